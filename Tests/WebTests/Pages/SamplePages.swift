@testable import Web

/// Every page with something on it, under the name that a failing test and a rendered file show.
let samplePages: [(name: String, page: any Page)] = [
    ("dashboard", DashboardPage.sample),
    ("dashboard-province", DashboardPage.sampleProvince),
    ("dashboard-regency", DashboardPage.sampleRegency),
    ("dashboard-empty", DashboardPage.sampleEmpty),
    ("dashboard-bulletin", DashboardPage.sampleBulletin),
]
