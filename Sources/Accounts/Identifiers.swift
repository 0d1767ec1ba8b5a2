public import Storage

// What accounts, consent and the audit trail speak of but do not keep. The rooms that keep these use the same names.

/// A business, as the subject of an ``Storage/Identifier``.
public enum BusinessSubject {}

/// A partner, as the subject of an ``Storage/Identifier``.
public enum PartnerSubject {}

/// A programme, as the subject of an ``Storage/Identifier``.
public enum ProgrammeSubject {}

/// One real business, however many partners report it.
public typealias BusinessID = Identifier<BusinessSubject>

/// Whoever sends data: ministry, district office, marketplace, training provider.
public typealias PartnerID = Identifier<PartnerSubject>

/// What is run: a programme has cohorts, a cohort has sessions.
public typealias ProgrammeID = Identifier<ProgrammeSubject>

/// A person with an account: owner, facilitator or staff.
public typealias PersonID = Identifier<Person>
