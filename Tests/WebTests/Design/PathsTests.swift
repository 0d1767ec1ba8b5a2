import Nusantara
import Testing

@testable import Web

@Suite("Paths")
struct PathsTests {
    @Test("the nation's page is the home page")
    func nation() {
        #expect(Paths.region(.nation) == "/")
        #expect(Paths.region(RegionCode(rawValue: "32.04")) == "/regions/32.04")
    }

    @Test("a query is encoded and leaves out what is not there")
    func query() {
        #expect(Paths.with("/x", ["a": nil, "b": nil]) == "/x")
        #expect(Paths.with("/x", ["a": "1&2=3", "b": nil, "c": "é \""]) == "/x?a=1%262%3D3&c=%C3%A9%20%22")
    }

    @Test("a preference leads back to the page with its query")
    func preference() {
        #expect(
            Paths.preference("language", "en", returningTo: "/regions/32?partner=a&month=b")
                == "/preferences?set=language:en&return=/regions/32%3Fpartner%3Da%26month%3Db")
    }
}
