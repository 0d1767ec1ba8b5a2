import Testing

@testable import Nusantara

@Suite("addresses")
struct PostalAddressTests {
    @Test("a full address comes apart, announced by its abbreviations")
    func full() throws {
        let address = try #require(
            PostalAddress.parse(
                "Jl. Mawar No. 12 RT 03/RW 05 Dsn. Krajan Ds. Sukamaju Kec. Coblong Kab. Bandung Prov. Jawa Barat 40132", within: nil
            ).value)
        #expect(address.street == ["mawar"])
        #expect(address.houseNumber == "12")
        #expect(address.rt == "3")
        #expect(address.rw == "5")
        #expect(address.hamlet == "krajan")
        #expect(address.village == "sukamaju")
        #expect(address.district == "coblong")
        #expect(address.regencyText == "kabupaten bandung")
        #expect(address.provinceText == "jawa barat")
        #expect(address.postalCode == "40132")
        #expect(address.region == RegionCode(rawValue: "32.04"))
    }

    @Test(
        "the same address in other words has the same tokens",
        arguments: [
            "Jalan Mawar 12, RT.003/005, Desa Sukamaju, Kecamatan Coblong, Kota Bandung",
            "JL MAWAR NO.12 RT03RW05 DS SUKAMAJU KEC COBLONG KOTA BANDUNG",
            "Jln. Mawar #12 Rt 3 Rw 5 Kel. Sukamaju, Kec. Coblong, Kodya Bandung 40132",
            "Jl.Mawar no 12 RT/RW 03/05 Ds.Sukamaju Kec.Coblong Kota Bandung",
            "Jl Mawar No: 12, RT 3 / RW 5, Kel Sukamaju Kec Coblong Kota Bandung",
        ])
    func same(text: String) throws {
        let address = try #require(PostalAddress.parse(text, within: nil).value)
        #expect(address.tokens == ["mawar", "12", "rt3", "rw5", "sukamaju", "coblong", "bandung"])
        #expect(address.region == RegionCode(rawValue: "32.73"))
    }

    @Test("lanes, blocks, estates and landmarks have their places")
    func details() throws {
        let lane = try #require(PostalAddress.parse("Gg. Melati 3 No 7, Kp. Baru", within: nil).value)
        #expect(lane.street.starts(with: ["gang", "melati"]))
        #expect(lane.hamlet == "baru")
        let estate = try #require(PostalAddress.parse("Perum Griya Asri Blok C4 No. 12A, Kel. Cibubur", within: nil).value)
        #expect(estate.houseNumber == "blok c4 12a")
        #expect(estate.village == "cibubur")
        let twice = try #require(PostalAddress.parse("Perum. Bumi Asri Jl. Melati Raya No 12", within: nil).value)
        #expect(twice.street == ["perum", "bumi", "asri", "melati", "raya"])
        let landmark = try #require(PostalAddress.parse("Jl. Raya Lembang, depan SD Negeri 2, Desa Jayagiri", within: nil).value)
        #expect(landmark.landmark == "sd negeri 2")
        #expect(landmark.village == "jayagiri")
        #expect(landmark.street == ["raya", "lembang"])
    }

    @Test("names that hold an announcing word stay whole")
    func names() throws {
        let name = try #require(
            PostalAddress.parse("Jl. Kota Baru 5, Kel. Kota Baru, Kec. Pontianak Kota, Kota Pontianak", within: nil).value)
        #expect(name.street == ["kota", "baru"])
        #expect(name.village == "kota baru")
        #expect(name.district == "pontianak kota")
        #expect(name.regencyText == "kota pontianak")
        #expect(name.region == RegionCode(rawValue: "61.71"))
    }

    @Test("a region without its kind is found when it means one place, alone or within another column")
    func unnamed() {
        #expect(PostalAddress.parse("Jl. Slamet Riyadi 10, Solo", within: nil).value?.region == RegionCode(rawValue: "33.72"))
        #expect(PostalAddress.parse("Jl. Mawar 1, Garut, Jawa Barat", within: nil).value?.region == RegionCode(rawValue: "32.05"))
        #expect(PostalAddress.parse("Jl. Mawar 1, Bandung", within: nil).value?.region == nil)
        #expect(PostalAddress.parse("Jl. Mawar 1, Jabar", within: nil).value?.region == RegionCode(rawValue: "32"))
    }

    @Test("a region that follows without comma or announcement is found")
    func tail() throws {
        let district = try #require(PostalAddress.parse("Jl. Sudirman No.45 Kel. Karet Kec. Setiabudi Jakarta Selatan", within: nil).value)
        #expect(district.district == "setiabudi")
        #expect(district.region == RegionCode(rawValue: "31.74"))
        #expect(
            PostalAddress.parse("Desa Dalu Kec Tanjung Morawa Kab Deli Serdang Sumut", within: nil).value?.region
                == RegionCode(rawValue: "12.07"))
        #expect(PostalAddress.parse("JL A YANI KM 5 BANJARMASIN", within: nil).value?.region == RegionCode(rawValue: "63.71"))
        #expect(PostalAddress.parse("Sidomulyo RT 4 RW 1 Pacitan", within: nil).value?.region == RegionCode(rawValue: "35.01"))
        #expect(PostalAddress.parse("Jalan Raya Kuta no 88x Kuta Badung Bali", within: nil).value?.region == RegionCode(rawValue: "51.03"))
        #expect(PostalAddress.parse("Kec. Pangkalan Kerinci", within: nil).value?.region == nil)
        #expect(PostalAddress.parse("Jl. Surabaya No. 3", within: nil).value?.region == nil)
    }

    @Test("Ds. beside Desa is a hamlet")
    func hamlet() throws {
        let address = try #require(PostalAddress.parse("Ds. Krajan, Desa Sukamaju", within: nil).value)
        #expect(address.hamlet == "krajan")
        #expect(address.village == "sukamaju")
    }

    @Test("nothing meant is absent; an e-mail address is refused")
    func others() {
        #expect(PostalAddress.parse("-", within: nil) == .absent)
        #expect(PostalAddress.parse("siti@contoh.id", within: nil).notices.map(\.code) == ["address.email"])
    }
}
