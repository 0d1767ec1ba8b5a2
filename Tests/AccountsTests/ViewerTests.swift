import Accounts
import Nusantara
import Storage
import Testing

private let bandung = RegionCode(rawValue: "32.04")
private let westJava = RegionCode(rawValue: "32")
private let semarang = RegionCode(rawValue: "33.22")

private func viewer(_ grants: (Role, Scope)...) -> Viewer {
    let person = Person(id: PersonID(), kind: .staff, name: "Sari", signInName: "sari", createdAt: Timestamp(rawValue: 0))
    return Viewer(person: person, grants: grants.map { Grant(role: $0.0, scope: $0.1) })
}

@Suite("What a viewer may do")
struct ViewerTests {
    let partner = PartnerID()
    let otherPartner = PartnerID()
    let programme = ProgrammeID()

    @Test("without a grant nothing is allowed", arguments: Permission.allCases)
    func refusesWithoutGrant(permission: Permission) {
        #expect(!viewer().may(permission))
        #expect(!viewer().holds(permission))
        #expect(viewer().regions(for: permission).isEmpty)
    }

    @Test("a role of a province reaches its regencies, and neither the nation nor a neighbour")
    func reachesDown() {
        let officer = viewer((.officer, Scope(region: westJava)))
        #expect(officer.may(.readNames, region: westJava))
        #expect(officer.may(.readNames, region: bandung))
        #expect(!officer.may(.readNames, region: semarang))
        #expect(!officer.may(.readNames))
        #expect(officer.holds(.readNames))
        #expect(officer.regions(for: .readNames) == [westJava])
    }

    @Test("what is not named is asked for as a whole, so that a forgotten scope refuses")
    func asksForAll() {
        let uploader = viewer((.partner, Scope(partner: partner)))
        #expect(uploader.may(.importLists, partner: partner))
        #expect(!uploader.may(.importLists, partner: otherPartner))
        #expect(!uploader.may(.importLists))
        #expect(!uploader.may(.readNames, region: bandung))
    }

    @Test("a partner reads the names of businesses on its own lists alone")
    func readsOwnNames() {
        let uploader = viewer((.partner, Scope(partner: partner)))
        #expect(uploader.mayReadNames(region: bandung, partners: [otherPartner, partner]))
        #expect(!uploader.mayReadNames(region: bandung, partners: [otherPartner]))
        #expect(uploader.regions(for: .readNames).isEmpty)
        #expect(uploader.partners(for: .readNames) == [partner])
        let officer = viewer((.officer, Scope(region: bandung)))
        #expect(officer.mayReadNames(region: bandung, partners: []))
        #expect(!officer.mayReadNames(region: semarang, partners: [partner]))
    }

    @Test("a scope of one programme does not stand for all")
    func staysInProgramme() {
        let officer = viewer((.officer, Scope(region: westJava, programme: programme)))
        #expect(officer.may(.setTargets, region: bandung, programme: programme))
        #expect(!officer.may(.setTargets, region: bandung, programme: ProgrammeID()))
        #expect(!officer.may(.setTargets, region: bandung))
        #expect(officer.regions(for: .setTargets).isEmpty)
        #expect(officer.scopes(for: .setTargets) == [Scope(region: westJava, programme: programme)])
    }

    @Test("scopes that lie in another are not listed beside it, in whichever order they were granted")
    func joinsScopes() {
        let narrow = (Role.officer, Scope(region: bandung))
        let wide = (Role.auditor, Scope(region: westJava))
        let apart = (Role.officer, Scope(region: semarang))
        #expect(viewer(narrow, wide, apart).regions(for: .readNames) == [westJava, semarang])
        #expect(viewer(wide, narrow, apart, wide).regions(for: .readNames) == [westJava, semarang])
        #expect(viewer((.officer, Scope()), narrow).regions(for: .readNames) == [.nation])
    }

    @Test("a reviewer decides doubtful pairs; where two disagree, an officer does")
    func disputes() {
        #expect(Role.reviewer.permissions == [.decideLinks])
        #expect(Role.allCases.filter { $0.permissions.contains(.settleDisputes) } == [.officer])
        #expect(Role.officer.permissions.contains(.decideLinks))
    }

    @Test("the administrator keeps accounts and sees no names; nobody but the officer opens identifiers")
    func separatesDuties() {
        #expect(viewer((.administrator, Scope())).may(.manageUsers))
        #expect(!viewer((.administrator, Scope())).holds(.readNames))
        #expect(Role.allCases.filter { $0.permissions.contains(.openIdentifiers) } == [.officer])
        #expect(Role.reviewer.permissions == [.decideLinks])
        #expect(Role.owner.permissions.isEmpty)
        #expect(Permission.allCases.allSatisfy { permission in Role.allCases.contains { $0.permissions.contains(permission) } })
    }

    @Test("an administrator of a province hands out roles within it alone")
    func grantsWithinScope() {
        let administrator = viewer((.administrator, Scope(region: westJava)))
        #expect(administrator.mayGrant(in: Scope(region: bandung)))
        #expect(!administrator.mayGrant(in: Scope(region: semarang)))
        #expect(!administrator.mayGrant(in: Scope()))
        #expect(!viewer((.officer, Scope())).mayGrant(in: Scope(region: bandung)))
    }
}
