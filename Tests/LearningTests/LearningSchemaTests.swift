import Learning
import Storage
import Testing

@Suite("The tables of learning")
struct LearningSchemaTests {
    @Test("are numbered after those of the registry")
    func numbers() {
        #expect(LearningSchema.migrations.allSatisfy { $0.name >= "0050" })
    }
}
