import Linkage
import Registry
import Storage

extension LinkageFigures {
    init(_ quality: LinkageQuality) {
        self.init(
            precision: quality.estimate.precision, recall: quality.estimate.recall, judged: quality.estimate.judged,
            reviewedAt: quality.reviewedAt)
    }
}

extension SQLConnection {
    /// What the latest reviewed sample says of linkage.
    func linkageStanding() throws -> LinkageStanding {
        try latestLinkageQuality().map { .reviewed(LinkageFigures($0)) } ?? .unreviewed
    }
}
