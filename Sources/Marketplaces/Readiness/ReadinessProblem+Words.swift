extension ReadinessProblem {
    /// What is wrong and how to mend it, for people who never read a channel's manual.
    public var indonesian: String {
        switch self {
        case .channelClosed(let day): "Sudah tutup sejak \(day). Pindahkan produk ini ke toko lain."
        case .onlyReadyFood: "Hanya untuk makanan dan minuman yang siap disantap. Produk ini tidak bisa dijual di sini."
        case .titleShort(let count, let minimum):
            "Nama produk terlalu pendek (\(count) huruf). Tambahkan jenis, rasa atau ukuran sampai minimal \(minimum) huruf."
        case .titleLong(let count, let maximum): "Nama produk terlalu panjang (\(count) huruf). Pendekkan sampai \(maximum) huruf."
        case .titleInChinese: "Nama produk tidak boleh memakai huruf Tionghoa. Tulis dengan huruf Latin."
        case .descriptionShort(let count, let minimum):
            "Keterangan terlalu pendek (\(count) huruf). Ceritakan bahan, isi dan ukurannya, minimal \(minimum) huruf."
        case .descriptionLong(let count, let maximum): "Keterangan terlalu panjang (\(count) huruf). Pendekkan sampai \(maximum) huruf."
        case .brandLong(let count, let maximum): "Merek terlalu panjang (\(count) huruf), paling banyak \(maximum) huruf."
        case .brandOrGTINMissing: "Isi merek. Kalau belum punya merek, pakai nama usaha."
        case .categoryMissing: "Pilih kategori produk."
        case .photosMissing(let count, let minimum):
            count == 0 ? "Belum ada foto. Tambahkan minimal \(minimum) foto." : "Baru ada \(count) foto. Tambahkan sampai \(minimum) foto."
        case .photosTooMany(let count, let maximum): "Ada \(count) foto, paling banyak \(maximum). Hapus foto yang kurang jelas."
        case .photoSmall(let number, let side, let minimum):
            "Foto \(number) terlalu kecil (\(side) piksel). Ganti dengan foto asli dari kamera, minimal \(minimum) piksel."
        case .photoLarge(let number, let side, let maximum):
            "Foto \(number) terlalu besar (\(side) piksel). Perkecil sampai \(maximum) piksel."
        case .photoHeavy(let number, let maximum): "Berkas foto \(number) terlalu berat. Perkecil sampai \(maximum) KB."
        case .photoOfAnotherKind(let number): "Foto \(number) bukan JPEG atau PNG. Simpan ulang sebagai JPEG."
        case .photoNotSquare(let number): "Foto \(number) sebaiknya persegi (lebar sama dengan tinggi), supaya tidak terpotong."
        case .axesTooMany(let count, let maximum): "Ada \(count) jenis pilihan, paling banyak \(maximum)."
        case .axisNameLong(let name, let maximum): "Nama pilihan “\(name)” terlalu panjang, paling banyak \(maximum) huruf."
        case .optionLong(let option, let maximum): "Pilihan “\(option)” terlalu panjang, paling banyak \(maximum) huruf."
        case .variantsTooMany(let count, let maximum): "Ada \(count) varian, paling banyak \(maximum). Pecah menjadi beberapa produk."
        case .variantsMissing: "Belum ada varian yang dijual. Isi harga dan stok."
        case .skuLong(let count, let maximum): "Kode barang (SKU) terlalu panjang (\(count) huruf), paling banyak \(maximum) huruf."
        case .priceLow(let price, let minimum): "Harga \(Self.rupiah(price)) terlalu rendah, minimal \(Self.rupiah(minimum))."
        case .priceHigh(let price, let maximum): "Harga \(Self.rupiah(price)) terlalu tinggi, paling tinggi \(Self.rupiah(maximum))."
        case .stockHigh(let stock, let maximum): "Stok \(stock) terlalu banyak untuk satu varian, paling banyak \(maximum)."
        case .nothingInStock: "Stok habis, jadi belum bisa dibeli. Isi stok."
        case .weightMissing: "Berat belum diisi. Timbang produk bersama kemasannya."
        case .weightLow(let grams, let minimum): "Berat \(grams) gram terlalu ringan, minimal \(minimum) gram."
        case .weightHigh(let grams, let maximum): "Berat \(grams) gram terlalu berat, paling berat \(maximum) gram."
        case .dimensionsMissing: "Ukuran paket belum diisi. Ukur panjang, lebar dan tinggi paket dalam sentimeter."
        case .gtinLength(let digits): "Kode batang \(digits) angka tidak diterima di sini. Kosongkan atau periksa lagi."
        case .permitMissing(.halal):
            "Belum ada nomor sertifikat halal. Makanan dan minuman wajib bersertifikat halal, atau diberi keterangan tidak halal. "
                + "Usaha mikro dan kecil bisa mendaftar gratis lewat SEHATI (ptsp.halal.go.id)."
        case .permitMissing(.pirtOrBPOM):
            "Belum ada nomor P-IRT atau BPOM. Pangan olahan dalam kemasan yang awet lebih dari 7 hari wajib punya. "
                + "P-IRT diurus lewat oss.go.id."
        case .permitMissing(.bpom): "Belum ada nomor BPOM. Kosmetik, jamu dan pangan beku wajib punya izin edar BPOM."
        }
    }

    /// The same in English.
    public var english: String {
        switch self {
        case .channelClosed(let day): "Closed since \(day). Carry this product to another shop."
        case .onlyReadyFood: "Only for food and drink that is ready to eat. This product cannot be sold here."
        case .titleShort(let count, let minimum):
            "The name is too short (\(count) characters). Add kind, taste or size, to at least \(minimum)."
        case .titleLong(let count, let maximum): "The name is too long (\(count) characters). Shorten it to \(maximum)."
        case .titleInChinese: "The name may not hold Chinese characters. Write it in Latin letters."
        case .descriptionShort(let count, let minimum):
            "The description is too short (\(count) characters). Tell what it is made of, its contents and size, in at least \(minimum)."
        case .descriptionLong(let count, let maximum): "The description is too long (\(count) characters). Shorten it to \(maximum)."
        case .brandLong(let count, let maximum): "The brand is too long (\(count) characters); at most \(maximum)."
        case .brandOrGTINMissing: "Give a brand. Without one, use the name of the business."
        case .categoryMissing: "Choose a category."
        case .photosMissing(let count, let minimum):
            count == 0 ? "There is no photo. Add at least \(minimum)." : "There are only \(count) photos. Add up to \(minimum)."
        case .photosTooMany(let count, let maximum): "There are \(count) photos; at most \(maximum). Remove the less clear ones."
        case .photoSmall(let number, let side, let minimum):
            "Photo \(number) is too small (\(side) pixels). Use the original of the camera, at least \(minimum) pixels."
        case .photoLarge(let number, let side, let maximum): "Photo \(number) is too large (\(side) pixels). Reduce it to \(maximum)."
        case .photoHeavy(let number, let maximum): "The file of photo \(number) is too heavy. Reduce it to \(maximum) kB."
        case .photoOfAnotherKind(let number): "Photo \(number) is neither JPEG nor PNG. Save it as JPEG."
        case .photoNotSquare(let number): "Photo \(number) should be square, so that nothing is cut off."
        case .axesTooMany(let count, let maximum): "There are \(count) kinds of choice; at most \(maximum)."
        case .axisNameLong(let name, let maximum): "The choice “\(name)” has too long a name; at most \(maximum) characters."
        case .optionLong(let option, let maximum): "The option “\(option)” is too long; at most \(maximum) characters."
        case .variantsTooMany(let count, let maximum): "There are \(count) variants; at most \(maximum). Split the product."
        case .variantsMissing: "No variant is on sale. Fill in price and stock."
        case .skuLong(let count, let maximum): "The code (SKU) is too long (\(count) characters); at most \(maximum)."
        case .priceLow(let price, let minimum): "The price of \(Self.rupiah(price)) is too low; at least \(Self.rupiah(minimum))."
        case .priceHigh(let price, let maximum): "The price of \(Self.rupiah(price)) is too high; at most \(Self.rupiah(maximum))."
        case .stockHigh(let stock, let maximum): "A stock of \(stock) is too much for one variant; at most \(maximum)."
        case .nothingInStock: "It is out of stock, so nobody can buy it. Fill in the stock."
        case .weightMissing: "The weight is missing. Weigh the product with its packaging."
        case .weightLow(let grams, let minimum): "A weight of \(grams) g is too light; at least \(minimum) g."
        case .weightHigh(let grams, let maximum): "A weight of \(grams) g is too heavy; at most \(maximum) g."
        case .dimensionsMissing: "The size of the parcel is missing. Measure length, width and height in centimetres."
        case .gtinLength(let digits): "A bar code of \(digits) digits is not taken here. Leave it empty or check it."
        case .permitMissing(.halal):
            "There is no halal certificate. Food and drink has to be certified halal, or marked as not halal. "
                + "Micro and small businesses can apply free of charge through SEHATI (ptsp.halal.go.id)."
        case .permitMissing(.pirtOrBPOM):
            "There is no P-IRT or BPOM number. Processed food in packages that keeps longer than 7 days needs one. "
                + "P-IRT is applied for at oss.go.id."
        case .permitMissing(.bpom): "There is no BPOM number. Cosmetics, jamu and frozen food need BPOM's marketing permit."
        }
    }

    /// `Rp1.500.000`
    private static func rupiah(_ amount: Int) -> String {
        let digits = String(amount.magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { text += "." }
            text.append(digit)
        }
        return (amount < 0 ? "-Rp" : "Rp") + text
    }
}
