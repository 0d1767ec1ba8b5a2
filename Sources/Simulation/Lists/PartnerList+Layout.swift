import Nusantara

extension PartnerList {
    /// The words above the columns.
    var header: [String] {
        switch self {
        case .shopee:
            [
                "shop_id", "shop_name", "shop_url", "owner_name", "phone", "email", "category", "address", "district", "city",
                "province", "postal_code",
                "join_date", "product_count", "first_order_date", "last_order_date", "orders", "gmv_idr",
            ]
        case .tokopedia:
            [
                "Nama Toko", "ID Toko", "Nama Pemilik", "No. HP", "Kategori", "Alamat", "Kecamatan", "Kota/Kabupaten", "Provinsi",
                "Kode Pos", "Tanggal Bergabung",
                "Transaksi Pertama", "Transaksi Terakhir", "Jumlah Transaksi", "Omzet Setahun (Rp)",
            ]
        case .gofood:
            [
                "merchant_id", "merchant_name", "owner", "phone", "cuisine", "address", "city", "joined_at", "first_order_at",
                "last_order_at", "order_count", "status",
            ]
        case .dinasKoperasi:
            [
                "No", "Kode UMKM", "Nama Usaha", "Nama Pemilik", "L/P", "NIK", "NIB", "Tgl Terbit NIB", "No. Telp/HP", "Alamat Usaha",
                "Desa/Kelurahan", "Kecamatan",
                "Kabupaten/Kota", "Provinsi", "KBLI", "Jenis Usaha", "Omzet per Tahun", "Tenaga Kerja", "No. P-IRT", "Tgl Terbit P-IRT",
                "No. Sertifikat Halal", "Tgl Sertifikat Halal", "Tanggal Ekspor Pertama", "Tanggal Pendataan",
            ]
        case .dts:
            [
                "ID Peserta", "Nama Lengkap", "NIK", "Tempat Lahir", "Tanggal Lahir", "Jenis Kelamin", "Email", "No. WhatsApp",
                "Alamat Domisili", "Kabupaten/Kota",
                "Provinsi", "Nama Usaha", "Bidang Usaha", "Pelatihan", "Tanggal Daftar", "Status",
            ]
        }
    }

    /// Lines that stand above the header.
    func titles(on today: CalendarDate) -> [[Cell]] {
        guard self == .dinasKoperasi else { return [] }
        return [
            [.text("REKAPITULASI DATA UMKM BINAAN")],
            [.text("DINAS KOPERASI DAN UKM KABUPATEN/KOTA SE-INDONESIA")],
            [.text("Keadaan s.d. tanggal"), .blank, .date(today)],
            [],
        ]
    }

    /// The column of the external id.
    var identifierColumn: Int { self == .tokopedia || self == .dinasKoperasi ? 1 : 0 }

    /// The column of the telephone.
    var phoneColumn: Int {
        switch self {
        case .shopee: 4
        case .tokopedia, .gofood: 3
        case .dinasKoperasi: 8
        case .dts: 7
        }
    }

    func open(directory: String, rows: Int, today: CalendarDate) throws -> any ListFile {
        let path = "\(directory)/\(fileName)"
        switch self {
        case .shopee: return try DelimitedFile(path: path, shape: .init())
        case .tokopedia:
            return try DelimitedFile(
                path: path, shape: .init(separator: UInt8(ascii: ";"), lineEnd: "\r\n", encoding: .windows1252, hasIndonesianDates: true))
        case .gofood: return try DelimitedFile(path: path, shape: .init(separator: UInt8(ascii: "\t")))
        case .dts: return try DelimitedFile(path: path, shape: .init(lineEnd: "\r\n", encoding: .utf8WithMark, hasIndonesianDates: true))
        case .dinasKoperasi: return try WorkbookFile(path: path, sheetName: "Data UMKM", rows: rows, createdOn: today)
        }
    }
}

extension Clerk {
    /// The cells of the row, in the order of the partner's header.
    ///
    /// - Parameter position: the running number of the row, for lists that count their rows.
    mutating func row(position: Int) -> [Cell] {
        switch subject.partner {
        case .shopee: shopee()
        case .tokopedia: tokopedia()
        case .gofood: gofood()
        case .dinasKoperasi: dinasKoperasi(position)
        case .dts: dts()
        }
    }

    private var identifier: Cell { subject.externalIdentifier.map(Cell.text) ?? .blank }

    private mutating func shopee() -> [Cell] {
        let (shop, owner) = names()
        let sales = subject.sales
        let trade = subject.business.trade
        let slug = letters(of: population.name(of: subject.business)) + String(subject.number % 997)
        let products = sales == nil && generator.happens(0.4) ? 0 : generator.within(1...60)
        return [
            identifier, shop, .text("https://shopee.example/\(slug)"), owner, phone(), email(), .text(trade.english),
            address(.streetAndVillage), district(),
            regency(), province(), postalCode(), .date(subject.joined), .whole(products), sales.map { .date($0.first) } ?? .blank,
            sales.map { .date($0.last) } ?? .blank, .whole(sales?.orders ?? 0),
            .whole((sales?.orders ?? 0) * (20_000 + Int(subject.business.streetSeed % 90) * 1000)),
        ]
    }

    private mutating func tokopedia() -> [Cell] {
        let (shop, owner) = names()
        let sales = subject.sales
        let turnover = sales == nil ? 0 : Int(subject.business.yearlySales) * 250
        return [
            shop, identifier, owner, phone(), .text(subject.business.trade.indonesian), address(.streetAndVillage), district(), regency(),
            province(), postalCode(),
            .date(subject.joined), sales.map { .date($0.first) } ?? .blank, sales.map { .date($0.last) } ?? .blank,
            .text(Self.dotted(sales?.orders ?? 0)),
            .text(Self.dotted(turnover)),
        ]
    }

    private mutating func gofood() -> [Cell] {
        let (outlet, owner) = names()
        let sales = subject.sales
        func moment(_ date: CalendarDate, _ generator: inout SeededGenerator) -> Cell {
            let hour = generator.within(8...21)
            let minute = generator.within(10...59)
            return .text("\(date.iso) \(hour < 10 ? "0" : "")\(hour):\(minute):00")
        }
        let joined = moment(subject.joined, &generator)
        let first = sales.map { moment($0.first, &generator) } ?? .blank
        let last = sales.map { moment($0.last, &generator) } ?? .blank
        let isActive = sales.map { population.settings.today.dayNumber - $0.last.dayNumber < 90 } ?? false
        return [
            identifier, outlet, owner, phone(), .text(subject.business.trade.indonesian), address(.streetAndVillage), regency(), joined,
            first, last,
            .whole(sales?.orders ?? 0), .text(isActive ? "ACTIVE" : generator.pick(["INACTIVE", "CLOSED", "ACTIVE"])),
        ]
    }

    private mutating func dinasKoperasi(_ position: Int) -> [Cell] {
        let (shop, owner) = names()
        let business = subject.business
        let trade = business.trade
        let licensedOn: Cell = business.isLicensed ? .date(CalendarDate(dayNumber: Int(business.businessNumberDay))) : .blank
        let today = population.settings.today
        let food = business.date(of: .foodProduction, until: today)
        let halal = business.date(of: .halal, until: today)
        let export = business.date(of: .exports, until: today)
        let kbli: Cell =
            generator.happens(0.75) ? (generator.happens(0.5) ? .number(Double(Int(trade.kbli) ?? 0)) : .text(trade.kbli)) : .blank
        return [
            .whole(position), identifier, shop, owner, maybe(subject.owner.isFemale ? "P" : "L"), identityNumber(), businessNumber(),
            licensedOn, phone(),
            address(.street), village(), district(), regency(), province(), kbli, .text(typed(product())),
            yearlySales(),
            .whole(generator.within(0...4)), food.map { .text(foodPermitNumber(issued: $0)) } ?? .blank,
            food.map(Cell.date) ?? .blank, halal.map { .text(halalNumber(issued: $0)) } ?? .blank, halal.map(Cell.date) ?? .blank,
            export.map(Cell.date) ?? .blank, .date(subject.joined),
        ]
    }

    private mutating func dts() -> [Cell] {
        let (shop, owner) = names()
        let course = generator.pick([
            "Digital Entrepreneurship Academy", "UMKM Go Online", "Pemasaran Digital", "Foto Produk", "Keuangan Digital UMKM",
        ])
        return [
            identifier, owner, identityNumber(), .text(typed(places.regencies[Int(subject.owner.regency)].baseName)), birthDate(),
            .text(subject.owner.isFemale ? generator.pick(["P", "Perempuan"]) : generator.pick(["L", "Laki-laki"])), email(), phone(),
            address(.streetAndVillage),
            regency(), province(), shop, .text(typed(product())), .text(course), .date(subject.joined),
            .text(generator.pick(["Lulus", "Lulus", "Lulus", "Tidak Lulus", "Mengundurkan Diri"])),
        ]
    }
}
