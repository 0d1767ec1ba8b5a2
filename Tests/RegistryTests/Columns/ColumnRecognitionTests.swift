import Registry
import Tabular
import Testing

/// Rows as ``TabularReader`` hands them out: blank ones left out, lines counted.
private func rows(_ text: String) -> [TabularRow] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
        let cells = line.split(separator: ";", omittingEmptySubsequences: false).map { String($0) }
        return cells.allSatisfy(\.isEmpty) ? nil : TabularRow(line: index + 1, cells: cells)
    }
}

private func recognise(_ text: String) -> RecognisedColumns {
    ColumnRecognition.recognise(rows(text))
}

/// The rows of a list with this one header and three rows of these cells, changed a little from row to row.
private func list(_ header: String, _ cells: String) -> String {
    ([header] + (1...3).map { row in cells.replacing("#", with: "\(row)") }).joined(separator: "\n")
}

@Suite("Recognising the columns of a list")
struct ColumnRecognitionTests {
    @Test("a district office's plain list")
    func plainList() {
        let found = recognise(
            list(
                "No;Nama Pemilik;NIK;Nama Usaha;Alamat Lengkap;Desa/Kelurahan;Kecamatan;Kab/Kota;No. HP/WA;Jenis Usaha;Omzet/tahun;Keterangan",
                "#;Siti Aminah;320412551287000#;Warung Bu Siti;Jl. Mawar # RT 03/05;Sukamaju;Ciparay;Kab. Bandung;08123456789#;Kuliner;50 juta;-"
            ))
        #expect(
            found.mapping.fields == [
                .ignored, .ownerName, .nik, .businessName, .address, .village, .district, .regency, .phone, .trade, .annualSales, .note,
            ])
        #expect(found.mapping.headerLine == 1)
        #expect(found.problems.isEmpty && found.unplaced.isEmpty && found.isUsable)
        #expect(found.certainty.allSatisfy { $0 >= 0.7 })
        #expect(found.sample.first?.line == 2)
    }

    @Test("an English export of a marketplace")
    func marketplaceExport() {
        let found = recognise(
            list(
                "shop_id,shop_name,seller_username,owner_name,phone_number,email_address,city,province,category,join_date,is_verified,active_listings,total_orders,first_order_date,last_order_date,shop_url"
                    .replacing(",", with: ";"),
                "90812#;Batik Sari #;batiksari#;Sari Dewi;62812345678#0;sari#@gmail.com;Kota Surakarta;Jawa Tengah;Fashion;2021-03-0#;true;1#;24#;2021-04-0#;2023-06-0#;https://shopee.co.id/batiksari#"
            ))
        #expect(
            found.mapping.fields == [
                .externalID, .businessName, nil, .ownerName, .phone, .email, .regency, .province, .trade, .joinedOn, .verified,
                .listingCount,
                .orderCount, .firstSaleOn, .lastSaleOn, .account,
            ])
        #expect(found.problems.isEmpty)
    }

    @Test("title rows above a header of two merged rows, and a row that numbers the columns")
    func mergedHeader() {
        let found = recognise(
            """
            DATA UMKM BINAAN DINAS KOPERASI DAN UKM;;;;;;;;;
            KECAMATAN CIPARAY KABUPATEN BANDUNG TAHUN 2023;;;;;;;;;

            NO;PEMILIK;;;USAHA;;ALAMAT;;;KET
            ;NAMA;NIK;NO HP;NAMA;JENIS;JALAN;DESA;KECAMATAN;
            1;2;3;4;5;6;7;8;9;10
            1;Ahmad Fauzi;3204120101800001;081234567801;Toko Berkah;Sembako;Jl. Raya 1;Sukamaju;Ciparay;
            2;Dewi Lestari;3204124102810002;081234567802;Keripik Dewi;Makanan;Jl. Raya 2;Sagaracipta;Ciparay;aktif
            3;Ujang Dedi;3204120303820003;081234567803;Bengkel Ujang;Jasa;Jl. Raya 3;Pakutandang;Ciparay;
            """)
        #expect(found.mapping.headerLine == 6)
        #expect(
            found.mapping.fields == [.ignored, .ownerName, .nik, .phone, .businessName, .trade, .address, .village, .district, .note])
        #expect(found.mapping.headers[1] == "PEMILIK NAMA")
        #expect(found.mapping.headers[9] == "KET")
        #expect(found.sample.first?.line == 7)
    }

    @Test("a census list in the short names of statisticians")
    func censusList() {
        let found = recognise(
            list(
                "idsbr;kdprov;nmprov;kdkab;nmkab;kdkec;nmkec;kddesa;nmdesa;nama_usaha;nama_komersial;alamat;kbli2020;sumber",
                "7188220#;32;JAWA BARAT;04;BANDUNG;120;CIPARAY;00#;SUKAMAJU;TOKO SEMBAKO <BUDI #>;-;JL RAYA #;47111;PL-KUMKM"))
        #expect(
            found.mapping.fields == [
                nil, .ignored, .province, nil, .regency, .ignored, .district, .ignored, .village, .businessName, nil, .address, .trade, nil,
            ])
    }

    @Test("headers that say nothing: the content decides")
    func contentOnly() {
        let found = recognise(
            """
            F1;F2;F3;F4;F5;F6;F7;F8
            1;Warung Bu Siti;3204125512870001;081234567801;siti@gmail.com;Kab. Bandung;Jawa Barat;L
            2;Toko Berkah;3204120101800001;081234567802;ahmad@yahoo.com;Kota Bandung;Jawa Barat;P
            3;Bengkel Ujang;3273010303820003;6281234567803;ujang@gmail.com;Kab. Garut;Jawa Barat;L
            4;CV Maju Jaya;3205114404830004;81234567804;maju@gmail.com;Kota Cimahi;Jawa Barat;P
            """)
        #expect(found.mapping.headerLine == 1)
        #expect(found.mapping.fields == [.ignored, .businessName, .nik, .phone, .email, .regency, .province, .sex])
        #expect(found.certainty.allSatisfy { $0 >= 0.5 && $0 < 1 })
    }

    @Test("a list without any header")
    func noHeader() {
        let found = recognise(
            """
            Warung Bu Siti;3204125512870001;081234567801;9120000123456
            Toko Berkah;3204120101800001;081234567802;0220001234567
            Bengkel Ujang;3273010303820003;081234567803;8120012345678
            """)
        #expect(found.mapping.headerLine == 0)
        #expect(found.mapping.headers == ["A", "B", "C", "D"])
        #expect(found.mapping.fields == [.businessName, .nik, .phone, .nib])
        #expect(found.sample.count == 3)
    }

    @Test("two columns of phones are both used; a second column of names is left out and said so")
    func duplicatedColumns() {
        let found = recognise(
            list("Nama Usaha;Nama Toko;No HP 1;No HP 2;Produk 1;Produk 2", "Warung #;Lapak #;081234567#01;081234567#02;Keripik;Sambal"))
        #expect(found.mapping.fields == [.businessName, nil, .phone, .phone, .product, .product])
        #expect(found.problems == [.sameField(.businessName, used: "Nama Usaha", leftOut: "Nama Toko")])
        #expect(found.unplaced == ["Nama Toko"])
        #expect(found.isUsable)
    }

    @Test("headers glued together, misspelt, in camel case and with remarks")
    func untidyHeaders() {
        let found = recognise(
            list(
                "nm_usaha;namaPemilik;nohp;tgllahir;Kecamtan;KodePos;JENIS KELAMIN (L/P);No.KTP (16 digit);tgl gabung *);E-mail",
                "Warung #;Siti #;081234567#01;12-03-198#;Ciparay;40381;P;320412551287000#;2021-05-0#;a#@b.co.id"))
        #expect(
            found.mapping.fields == [
                .businessName, .ownerName, .phone, .birthDate, .district, .postalCode, .sex, .nik, .joinedOn, .email,
            ])
    }

    @Test("a column headed Nama is the name that the list lacks")
    func bareName() {
        #expect(
            recognise(list("Nama;Nama Usaha;HP", "Siti #;Warung #;08123456780#")).mapping.fields == [.ownerName, .businessName, .phone])
        #expect(recognise(list("Nama;Pemilik;HP", "Warung #;Siti;08123456780#")).mapping.fields == [.businessName, .ownerName, .phone])
        #expect(recognise(list("Nama;HP", "Toko Berkah #;08123456780#")).mapping.fields == [.businessName, .phone])
        #expect(recognise(list("Nama;HP", "Siti Aminah;08123456780#")).mapping.fields == [.ownerName, .phone])
    }

    @Test("a column of one kind under the header of another is taken for what it holds")
    func headerAgainstContent() {
        let found = recognise(list("Nama Usaha;No HP;Email", "Warung #;siti#@gmail.com;08123456780#"))
        #expect(found.mapping.fields == [.businessName, .email, .phone])
        let numbered = recognise(list("Nama Usaha;No", "Warung #;320412551287000#"))
        #expect(numbered.mapping.fields == [.businessName, .nik])
    }

    @Test("a NIK column that a spreadsheet has ruined is still the NIK column")
    func ruinedNumbers() {
        #expect(recognise(list("Nama Usaha;NIK", "Warung #;3,27304E+15")).mapping.fields == [.businessName, .nik])
    }

    @Test("province and regency in one column")
    func regionInOneColumn() {
        #expect(recognise(list("Nama Usaha;Provinsi/Kota", "Warung #;Bandung, Jawa Barat")).mapping.fields == [.businessName, .regency])
        #expect(recognise(list("Nama Usaha;X", "Warung #;Kota Bandung, Jawa Barat")).mapping.fields == [.businessName, .regency])
    }

    @Test("permits, their days, money and exports are told apart")
    func permits() {
        let found = recognise(
            list(
                "Nama UMKM;NIB;Tgl Terbit NIB;P-IRT;Tgl P-IRT;No Sertifikat Halal;Tanggal Halal;Modal Usaha (Rp);NPWP;Ekspor Pertama;Omzet per bulan",
                "Warung #;912000012345#;2021-01-0#;2063204010001-2#;01/02/2021;ID3211000#;2 Mei 2022;5jt;02.183.241.5-000.00#;2023-01-0#;5jt"
            ))
        #expect(
            found.mapping.fields == [
                .businessName, .nib, .nibIssuedOn, .pirt, .pirtIssuedOn, .halal, .halalIssuedOn, .capital, .npwp, .exportedOn, nil,
            ])
    }

    @Test("the address of the business goes before that of the owner's home")
    func twoAddresses() {
        let found = recognise(list("Nama Usaha;Alamat Rumah;Alamat Usaha", "Warung #;Jl. A #;Jl. B #"))
        #expect(found.mapping.fields == [.businessName, nil, .address])
    }

    @Test("a list of one column")
    func oneColumn() {
        let found = recognise("Nama Usaha\nWarung Siti\nToko Berkah")
        #expect(found.mapping == ListMapping(headerLine: 1, headers: ["Nama Usaha"], fields: [.businessName]))
    }

    @Test("a list without any name cannot be used, and says so")
    func withoutNames() {
        let found = recognise(list("NIK;No HP", "320412551287000#;08123456780#"))
        #expect(found.problems == [.missingName])
        #expect(!found.isUsable)
        #expect(!found.problems[0].indonesianMessage.isEmpty)
        #expect(!found.problems[0].englishMessage.isEmpty)
    }

    @Test("no rows, and rows of nothing, have no columns")
    func nothing() {
        #expect(ColumnRecognition.recognise([]).mapping == ListMapping(headerLine: 0, headers: [], fields: []))
        #expect(ColumnRecognition.recognise([TabularRow(line: 4, cells: ["", ""])]).mapping.fields.isEmpty)
    }

    @Test("any rows at all are recognised without a trap, one field to a column")
    func anything() {
        var random = SeededGenerator(state: 21)
        let words = [
            "", "Nama", "nama usaha", "NIK", "1", "3204125512870001", "08123", "(1)", "Jawa Barat", "a@b.c", "12/12/2020", "Jl. A", "É日本",
            "rt", "E", "3E+5",
            "nmkabnmkab", "((", "))", "No.", "Toko", "-", String(repeating: "nama", count: 60),
        ]
        for _ in 0..<300 {
            let table = (0..<Int.random(in: 0...12, using: &random)).map { line in
                TabularRow(
                    line: line * 2 + 1,
                    cells: (0..<Int.random(in: 0...9, using: &random)).map { _ in words.randomElement(using: &random) ?? "" })
            }
            let found = ColumnRecognition.recognise(table)
            #expect(found.mapping.headers.count == found.mapping.fields.count)
            #expect(found.mapping.headers.count == found.certainty.count)
            for field in ListField.allCases where !field.allowsSeveralColumns {
                #expect(found.mapping.columns(of: field).count <= 1)
            }
            #expect(found.sample.allSatisfy { $0.line > found.mapping.headerLine })
        }
    }
}

/// Repeatable randomness (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
