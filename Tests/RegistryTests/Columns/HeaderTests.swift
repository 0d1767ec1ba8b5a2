import Registry
import Testing

@Suite("Headers by themselves")
struct HeaderTests {
    /// Headers as lists carry them, and the field that each means.
    private static let usual: [(ListField, [String])] = [
        (
            .externalID,
            [
                "ID", "id_umkm", "Kode UMKM", "Shop ID", "merchant_id", "No. Registrasi", "No Anggota", "ID Pelanggan", "seller id",
                "Kode Unik", "account_id", "external id",
            ]
        ),
        (
            .businessName,
            [
                "NAMA USAHA", "nm_usaha", "Nama UMKM", "nama toko", "shop_name", "Store Name", "Nama IKM", "Merk", "Nama Merek",
                "Business Name", "Nama Perusahaan", "Merchant Name", "Nama Warung/Toko", "Nama Usaha / Merek", "Outlet",
            ]
        ),
        (
            .ownerName,
            [
                "Nama Pemilik", "PEMILIK", "owner", "Owner Name", "Nama Pelaku Usaha", "Nama Lengkap", "Nama Lengkap Sesuai KTP",
                "Full Name", "Nama Penanggung Jawab", "Nama Peserta", "Nama Pengusaha", "Nama sesuai KTP", "Nama Pemilik Usaha", "PIC Name",
                "Pelaku UMKM",
            ]
        ),
        (
            .nik,
            ["NIK", "No. KTP", "Nomor Induk Kependudukan", "NIK/No KTP", "No. KTP/NIK", "no_ktp", "NIK Pemilik", "Nomor KTP (16 digit)"]
        ),
        (.nib, ["NIB", "No. NIB", "Nomor Induk Berusaha", "Nomor Induk Berusaha (NIB)", "no_nib"]),
        (.npwp, ["NPWP", "No NPWP", "Nomor NPWP", "tax id"]),
        (
            .phone,
            [
                "No. HP/WA", "No HP", "Telp.", "Telepon", "nohp", "phone", "Phone Number", "No. Telp/HP", "Nomor WhatsApp", "WA",
                "mobile_number", "Kontak", "No. Kontak", "Nomor Telepon/HP yang bisa dihubungi", "No. HP Pemilik", "HP 2",
                "No.Hp (WA aktif)",
            ]
        ),
        (.email, ["Email", "E-mail", "Alamat Email", "email_address", "Surel"]),
        (
            .address,
            ["Alamat", "Alamat Lengkap", "Alamat Usaha", "address", "Shop Address", "ALAMAT TEMPAT USAHA", "Alamat Pemilik", "almt"]
        ),
        (.hamlet, ["Dusun", "RT/RW", "Lingkungan", "RT"]),
        (.village, ["Desa", "Kelurahan", "Desa/Kelurahan", "Kel/Desa", "village", "nmdesa", "Nama Desa"]),
        (.district, ["Kecamatan", "Kec.", "nmkec", "Nama Kecamatan", "Kecamatan Usaha", "District"]),
        (
            .regency,
            [
                "Kab/Kota", "Kabupaten/Kota", "Kabupaten", "KOTA", "city", "nmkab", "Nama Kab/Kota", "kota_kab", "Kabupaten/Kota Usaha",
                "Province/City",
            ]
        ),
        (.province, ["Provinsi", "Propinsi", "Prov.", "province", "nmprov"]),
        (.regionCode, ["Kode Wilayah", "Kode Kemendagri", "Kode Kab/Kota"]),
        (.postalCode, ["Kode Pos", "kodepos", "Postal Code", "ZIP"]),
        (
            .trade,
            [
                "Jenis Usaha", "Bidang Usaha", "KBLI", "Kode KBLI", "kbli2020", "Kategori", "category", "Sektor Usaha", "Business Type",
                "Lapangan Usaha", "Kategori Usaha", "cuisine",
            ]
        ),
        (.product, ["Produk", "Nama Produk", "Produk Utama", "Jenis Produk", "product", "Komoditas", "Produk Unggulan", "Produk 1"]),
        (.birthDate, ["Tanggal Lahir", "Tgl Lahir", "tgl_lahir", "TTL", "Tempat, Tanggal Lahir", "Birth Date", "DOB"]),
        (.sex, ["Jenis Kelamin", "JK", "L/P", "gender", "Jns Kelamin (L/P)", "Sex"]),
        (
            .joinedOn,
            [
                "tgl gabung", "join_date", "Tanggal Bergabung", "Registered At", "created_at", "Tanggal Daftar", "Tgl Verifikasi",
                "onboarding date", "verified_at",
            ]
        ),
        (.verified, ["verified", "Status Verifikasi", "is_verified", "Terverifikasi"]),
        (.account, ["username", "Link Toko", "shop_url", "Nama Akun", "URL", "Toko Online", "Akun Shopee"]),
        (
            .listingCount,
            ["Jumlah Produk", "active_listings", "Total SKU", "product_count", "Jumlah Listing", "active_products", "Produk Aktif"]
        ),
        (.firstSaleOn, ["first_order_date", "Tanggal Transaksi Pertama", "Penjualan Pertama"]),
        (.lastSaleOn, ["last_order_date", "Transaksi Terakhir", "Last Transaction Date", "tgl_pesanan_terakhir"]),
        (.orderCount, ["Jumlah Transaksi", "total_orders", "Orders", "Jumlah Pesanan"]),
        (.annualSales, ["Omzet/tahun", "Omset per Tahun", "Annual Revenue", "GMV", "Omzet Tahunan (Rp)", "Omzet", "Omzet 12 Bulan (Rp)"]),
        (.capital, ["Modal Usaha", "Modal", "Capital", "Modal Usaha (Rp)"]),
        (.pirt, ["P-IRT", "PIRT", "No. PIRT", "SPP-IRT", "Izin PIRT"]),
        (.halal, ["Halal", "Sertifikat Halal", "No. Sertifikat Halal"]),
        (.nibIssuedOn, ["Tanggal NIB", "Tgl Terbit NIB"]),
        (.exportedOn, ["Tanggal Ekspor Pertama", "Tgl Ekspor"]),
        (.note, ["Keterangan", "KET", "Ket.", "Catatan", "remarks"]),
        (
            .ignored,
            [
                "No", "No.", "NO URUT", "Umur", "Pendidikan", "Foto", "Tempat Lahir", "No. KK", "Jumlah Tenaga Kerja", "Tahun Berdiri",
                "Latitude", "kdprov", "Tanda Tangan", "Instagram", "No Rekening",
            ]
        ),
    ]

    @Test("each usual header is known by itself", arguments: usual)
    func usualHeaders(field: ListField, headers: [String]) {
        for header in headers {
            #expect(ListField(named: header) == field, "\(header)")
        }
    }

    @Test(
        "headers of things that no field holds are left to a person",
        arguments: [
            "Omzet per bulan", "Status", "Aset", "Kolom 3", "Nama Suami", "Pelatihan", "Kelompok", "Umpan balik", "ABCDEF",
            "Sumber",
        ])
    func unknownHeaders(header: String) {
        #expect(ListField(named: header) == nil)
    }
}
