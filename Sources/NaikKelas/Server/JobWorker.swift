import ServiceLifecycle
import Storage

/// Does the jobs of the database for as long as the program runs.
struct JobWorker: Service {
    private let runner: JobRunner

    init(_ runner: JobRunner) {
        self.runner = runner
    }

    func run() async throws {
        await withGracefulShutdownHandler {
            await runner.run()
        } onGracefulShutdown: {
            runner.shutdown()
        }
    }
}
