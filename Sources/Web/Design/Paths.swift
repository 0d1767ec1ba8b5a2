public import Nusantara

/// The addresses of the pages, in one place for those who link to them and those who answer them.
public enum Paths {
    public static let home = "/"
    public static let definitions = "/definitions"
    public static let bulletins = "/bulletins"
    public static let signIn = "/sign-in"
    public static let staffSignIn = "/sign-in/staff"
    public static let signOut = "/sign-out"
    /// Sets language and theme by cookie and goes back; see ``preference(_:_:returningTo:)``.
    public static let preferences = "/preferences"
    public static let design = "/design"
    public static let office = "/office"
    public static let imports = "/office/imports"
    public static let newImport = "/office/imports/new"
    public static let register = "/office/register"
    public static let search = "/office/search"
    public static let users = "/office/users"
    /// The queue of doubtful pairs; the one whose decision tells most comes first.
    public static let review = "/office/review"
    /// Where the code of a live room is typed.
    public static let liveRooms = "/ruang"
    /// Where a live room is opened, and those are listed that the visitor opened.
    public static let openLiveRoom = "/office/live"
    public static let freezeBulletin = "/office/bulletins"

    /// The count of a region; of the nation it is the home page.
    public static func region(_ code: RegionCode) -> String {
        code == .nation ? home : "/regions/\(code.rawValue)"
    }

    /// The figures of a region's page as CSV.
    public static func regionCSV(_ code: RegionCode) -> String {
        "/regions/\(code.rawValue)/counts.csv"
    }

    /// The names behind a figure: `metric` is the raw value of a metric.
    public static func names(_ code: RegionCode, metric: String) -> String {
        "/office/names/\(code.rawValue)/\(metric)"
    }

    /// The programmes and the classes that take applications.
    public static let programmes = "/programmes"
    public static let programmeDesk = "/office/programmes"
    /// People by programme, pillar, group and region.
    public static let people = "/office/people"
    public static func people(_ region: RegionCode) -> String { with(people, ["region": region.rawValue]) }
    /// Whether training led to sales.
    public static let trainingEffect = "/office/training-effect"

    /// The courses of lessons.
    public static let courses = "/belajar"
    /// Where results of lessons are sent, by phones as JSON.
    public static let lessonResults = "/belajar/hasil"
    /// Where an offline package leads with results behind `#`.
    public static let sendLessonResults = "/belajar/kirim"

    public static func course(_ code: String) -> String { "\(courses)/\(code)" }
    /// A lesson by its number, or `test` for the final test.
    public static func lesson(_ course: String, _ part: String) -> String { "\(courses)/\(course)/\(part)" }
    /// The course in the reader's language as one file to be kept on a phone.
    public static func coursePackage(_ code: String) -> String { "\(courses)/\(code)/paket.zip" }
    public static func lessonPicture(_ course: String, _ file: String) -> String { "\(courses)/\(course)/gambar/\(file)" }

    /// Checks a certificate; with the certificate behind `#` at once, and in the browser alone.
    public static let check = "/check"
    /// What keeps the checker at hand without a network.
    public static let checkWorker = "/check-worker.js"
    /// The issuer's keys, and the certificates that were taken back.
    public static let keyHistory = "/certificates/history.json"
    public static let revocations = "/certificates/revocations.json"

    /// One certificate: what it says, whether it holds, and its forms.
    public static func certificate(_ id: String) -> String { "/check/\(id)" }
    public static func certificatePaper(_ id: String) -> String { "/check/\(id)/certificate.pdf" }
    public static func certificateJSON(_ id: String) -> String { "/check/\(id)/certificate.json" }
    public static func certificateToken(_ id: String) -> String { "/check/\(id)/certificate.jwt" }

    /// A class, with its form to apply.
    public static func cohort(_ code: String) -> String { "/classes/\(code)" }
    /// The sessions of a class as iCalendar.
    public static func calendar(ofCohort code: String) -> String { "/classes/\(code)/calendar.ics" }
    /// What one participant sees; the card is what only that person has.
    public static func participant(_ card: String) -> String { "/participants/\(card)" }
    /// Where the code leads that a trainer shows.
    public static func attend(_ code: String) -> String { "/attend/\(code)" }
    /// A programme in the office: its definition and its classes.
    public static func programmeDesk(_ code: String) -> String { "/office/programmes/\(code)" }
    /// A class in the office.
    public static func classDesk(_ code: String) -> String { "/office/classes/\(code)" }
    /// A session with its attendance.
    public static func session(_ id: String) -> String { "/office/sessions/\(id)" }
    /// The code of a session, to be shown to the class.
    public static func sessionCode(_ id: String) -> String { "/office/sessions/\(id)/code" }
    /// The list of a session to be printed.
    public static func sessionSheet(_ id: String) -> String { "/office/sessions/\(id)/sheet.pdf" }
    /// Opens a live room for a session; a form is posted there.
    public static func sessionLive(_ id: String) -> String { "/office/sessions/\(id)/live" }
    /// Marks of attendance from phones, as JSON.
    public static func sessionMarks(_ id: String) -> String { "/office/sessions/\(id)/marks" }

    public static func bulletin(_ id: String) -> String { "/bulletins/\(id)" }
    public static func business(_ id: String) -> String { "/office/businesses/\(id)" }
    /// Two rows side by side, by the ids of their claims.
    public static func comparison(_ first: String, _ second: String) -> String { "/office/claims/\(first)/\(second)" }
    /// Draws the month's random sample of pairs; a form is posted there.
    public static let drawSample = "/office/review/sample"

    /// A doubtful pair, by the ids of its claims; a verdict is posted there.
    public static func review(_ first: String, _ second: String) -> String { "\(review)/\(first)/\(second)" }
    /// Makes another business a part of this one.
    public static func merge(into id: String) -> String { "/office/businesses/\(id)/merge" }
    /// Moves a claim out of a business into one of its own.
    public static func moveOut(_ claim: String, of id: String) -> String { "/office/businesses/\(id)/part/\(claim)" }
    /// One merge, or moving out, and undoing it.
    public static func merging(_ id: String) -> String { "/office/merges/\(id)" }
    public static func dataImport(_ id: String) -> String { "/office/imports/\(id)" }
    public static func mapping(ofImport id: String) -> String { "/office/imports/\(id)/mapping" }
    public static func dryRun(ofImport id: String) -> String { "/office/imports/\(id)/dry-run" }
    /// The findings of a dry run or of a finished import as CSV.
    public static func findingsCSV(ofImport id: String) -> String { "/office/imports/\(id)/findings.csv" }
    /// The progress of an import as JSON, which the script asks for: `{"done": 0.42, "text": "…", "finished": false}`.
    public static func progress(ofImport id: String) -> String { "/office/imports/\(id)/progress.json" }

    public static func liveRoom(_ code: String) -> String { "/ruang/\(code)" }
    /// The page from which a trainer guides a live room.
    public static func liveGuide(_ code: String) -> String { "/ruang/\(code)/pemandu" }
    /// What the room's big screen shows.
    public static func liveScreen(_ code: String) -> String { "/ruang/\(code)/layar" }

    /// Ends somebody's access; a form is posted there.
    public static func deactivate(user id: String) -> String { "/office/users/\(id)/deactivate" }

    /// The products of a business.
    public static func products(_ business: String) -> String { "/usaha/\(business)/produk" }
    public static func newProduct(_ business: String) -> String { "/usaha/\(business)/produk/baru" }
    /// One product with its photos, its readiness and where it is listed.
    public static func product(_ id: String, of business: String) -> String { "/usaha/\(business)/produk/\(id)" }
    /// What is done to a product: `ubah`, `foto`, `stok`, `tayang`, `arsip`.
    public static func product(_ id: String, of business: String, _ action: String) -> String {
        "/usaha/\(business)/produk/\(id)/\(action)"
    }
    /// Many products at once, by a sheet.
    public static func productSheet(_ business: String) -> String { "/usaha/\(business)/lembar" }
    /// The products as a sheet to be changed and sent back.
    public static func productSheetCSV(_ business: String) -> String { "/usaha/\(business)/produk.csv" }
    /// The products in Shopee's own workbook.
    public static func shopeeWorkbook(_ business: String) -> String { "/usaha/\(business)/shopee.xlsx" }
    /// One change for many products.
    public static func bulkEdit(_ business: String) -> String { "/usaha/\(business)/ubah-banyak" }
    /// The shops of a business.
    public static func shops(_ business: String) -> String { "/usaha/\(business)/toko" }
    public static func shop(_ id: String, of business: String) -> String { "/usaha/\(business)/toko/\(id)" }
    /// Asks a channel to let this program act for a shop; a form is posted there.
    public static func connectShop(_ business: String, _ channel: String) -> String { "/usaha/\(business)/toko/sambung/\(channel)" }
    /// What is done to a shop: `putus`, `samakan`, `tayangkan`.
    public static func shop(_ id: String, of business: String, _ action: String) -> String { "/usaha/\(business)/toko/\(id)/\(action)" }
    /// The orders of a business; those that wait for it come first.
    public static func orders(_ business: String) -> String { "/usaha/\(business)/pesanan" }
    public static func order(_ id: String, of business: String) -> String { "/usaha/\(business)/pesanan/\(id)" }
    /// What is done about an order: `kirim`, `batal`.
    public static func order(_ id: String, of business: String, _ action: String) -> String {
        "/usaha/\(business)/pesanan/\(id)/\(action)"
    }
    /// Past orders by a sheet, of channels that have closed or have no interface here.
    public static func history(_ business: String) -> String { "/usaha/\(business)/riwayat" }
    /// Where a channel sends an owner back who has agreed.
    public static func consent(_ channel: String) -> String { "/kanal/\(channel)/sambung" }
    /// Where a channel pushes what happens.
    public static func pushes(_ channel: String) -> String { "/kanal/\(channel)/kabar" }
    /// How the channels are: tokens, queue, failures, drift.
    public static let channelHealth = "/office/channels"
    /// A photo of a product, for anybody.
    public static func photo(_ id: String) -> String { "/foto/\(id).jpg" }
    public static func photoThumbnail(_ id: String) -> String { "/foto/\(id)-kecil.jpg" }
    /// A product as anybody sees it.
    public static func publicProduct(_ id: String) -> String { "/produk/\(id)" }
    /// A feed of the products that anybody may see: `google.xml`, `google.tsv`, `meta.csv`.
    public static func feed(_ business: String, _ file: String) -> String { "/usaha/\(business)/umpan/\(file)" }

    /// A path with a query; values are percent-encoded, and pairs without a value left out.
    public static func with(_ path: String, _ query: KeyValuePairs<String, String?>) -> String {
        let pairs = query.compactMap { name, value in value.map { "\(name)=\(encoded($0))" } }
        return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
    }

    /// The link that sets a preference (`language` to `id` or `en`, `theme` to `light`, `dark` or `auto`) and returns to `path`.
    ///
    /// Whoever answers it must refuse a `return` that does not begin with exactly one `/`.
    static func preference(_ name: String, _ value: String, returningTo path: String) -> String {
        with(preferences, ["set": "\(name):\(value)", "return": path])
    }

    private static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: ":"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return result
    }
}
