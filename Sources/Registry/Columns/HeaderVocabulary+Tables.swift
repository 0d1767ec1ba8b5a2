extension HeaderVocabulary {
    /// One word to a line: first the spelling that ``phraseTable`` uses, then the others that occur.
    static let words = """
        nama name nm nma namanya
        nomor no nmr num number nomer nbr nombor
        telepon tel telp tlp tlpn telpon telephone phone hp handphone wa whatsapp whatapp ponsel mobile contact kontak cellphone cell hape msisdn seluler selular
        email surel mail
        alamat address addr almt alm jalan street
        usaha business bisnis perusahaan company ush usha umkm ukm ikm imk enterprise establishment
        toko shop store warung outlet lapak kios gerai merchant kedai
        merek merk brand
        penjual seller vendor
        pemilik owner pengusaha pengelola pimpinan direktur proprietor ketua pelaku wirausaha
        orang peserta anggota pendaftar pengrajin perajin pedagang nasabah pic responden person member customer participant pelanggan
        penanggung
        jawab
        lengkap full complete
        tanggal tgl date tggl waktu timestamp at on
        lahir birth born
        ttl
        dob
        birthday
        tempat place
        gabung join bergabung joined onboard onboarding onboarded aktivasi activation activated
        daftar register registered registration pendaftaran terdaftar registrasi signup created dibuat create input entri entry pendataan didata
        verifikasi verified verification terverifikasi verify validasi tervalidasi
        terakhir last latest recent akhir
        pertama first awal perdana initial
        pesanan order orders transaksi transaction transactions trx
        jumlah total count jml jmlh qty banyaknya
        penjualan sales sale omzet omset turnover revenue gmv pendapatan laku
        tahun year annual thn yearly tahunan pertahun setahun
        bulan month monthly bln perbulan bulanan sebulan
        produk product products barang komoditas komoditi item items dagangan
        listing listings sku etalase
        unggulan
        jenis type tipe macam jns
        kategori category categories golongan
        bidang sektor sector lapangan industri industry
        kegiatan aktivitas activity
        kbli
        kode code kd kdd
        id identifier uid uuid
        unik unique
        aktif active
        luar external eksternal
        mitra partner
        kuliner cuisine masakan
        desa kelurahan village kel nagari gampong pekon kalurahan kelurahn
        kecamatan kec district subdistrict distrik kapanewon
        kabupaten kab regency county
        kota city kotamadya kodya town municipality
        provinsi province prov propinsi prop
        wilayah region daerah area location lokasi
        kemendagri mendagri
        bps
        dusun hamlet lingkungan jorong banjar dukuh padukuhan kampung
        rt
        rw
        pos postal postcode zip zipcode postalcode
        keterangan ket remark remarks note notes catatan comment comments
        kelamin gender sex jk
        nik
        ktp
        induk
        kependudukan
        nasional national
        identitas identity
        kartu card
        nib
        berusaha oss
        npwp
        pajak tax
        kk
        keluarga family
        link url tautan website web situs
        akun account username
        user pengguna
        modal capital
        aset asset assets kekayaan
        halal
        pirt
        irt
        spp
        sertifikat certificate sert
        izin ijin permit
        terbit issued diterbitkan penerbitan
        ekspor export exported
        status
        sumber source
        urut urutan
        baris row
        umur usia age
        pendidikan education
        agama religion
        foto photo gambar
        tangan
        tanda
        ttd paraf
        latitude lat lintang
        longitude lng lon bujur
        koordinat coordinates coordinate gps
        tenaga pekerja karyawan employee employees pegawai
        kerja
        berdiri established mulai
        rekening bank
        facebook
        instagram ig medsos sosmed
        rumah home
        domisili
        pemasaran
        nilai value
        rating
        followers pengikut
        """

    /// The words of each field. `=` before a phrase: it must be the whole header. `~`: another phrase of the field is to be preferred.
    static let phraseTable = """
        nik:nik,nomor nik,nomor ktp,ktp,nomor induk kependudukan,nasional id,id kartu,identitas nomor,nik ktp,nomor nik ktp,nik pemilik
        nib:nib,nomor nib,nomor induk berusaha,nomor induk usaha
        npwp:npwp,nomor npwp,pajak id,nomor pajak
        nibIssuedOn:tanggal nib,tanggal terbit nib
        pirtIssuedOn:tanggal pirt,tanggal terbit pirt,tanggal p irt,tanggal terbit p irt
        halalIssuedOn:tanggal halal,tanggal terbit halal,tanggal sertifikat halal,tanggal terbit sertifikat halal
        exportedOn:tanggal ekspor,tanggal ekspor pertama,ekspor pertama
        pirt:pirt,p irt,nomor pirt,nomor p irt,spp irt,spp pirt,sertifikat pirt,izin pirt
        halal:halal,nomor halal,sertifikat halal,nomor sertifikat halal
        email:email,e email,alamat email,alamat e email
        birthDate:tanggal lahir,dob,birthday,ttl,tempat tanggal lahir
        sex:kelamin,jenis kelamin,= l p,~ jenis kelamin orang
        firstSaleOn:tanggal pesanan pertama,pesanan pertama,penjualan pertama,tanggal penjualan pertama
        lastSaleOn:tanggal pesanan terakhir,pesanan terakhir,penjualan terakhir,tanggal penjualan terakhir
        orderCount:jumlah pesanan,= pesanan,jumlah penjualan produk,produk penjualan,nomor pesanan jumlah
        listingCount:jumlah produk,produk aktif,listing aktif,jumlah produk aktif,jumlah produk listing,jumlah listing,= listing,listing produk
        annualSales:= penjualan,penjualan tahun,jumlah penjualan tahun,nilai penjualan,nilai penjualan tahun,~ = penjualan usaha
        capital:modal,modal usaha,jumlah modal
        joinedOn:tanggal gabung,= gabung,tanggal daftar,tanggal verifikasi,~ = tanggal,tahun gabung,= daftar,tanggal gabung toko,tanggal daftar usaha
        verified:verifikasi,status verifikasi,= status akun,~ = status toko
        postalCode:kode pos,= pos
        regionCode:kode wilayah,kode kemendagri,kode wilayah kemendagri,kode kabupaten,kode kota,kode kabupaten kota
        hamlet:dusun,rt rw,rt,rw,= alamat rt rw
        village:desa,nama desa,= nama desa usaha
        district:kecamatan,nama kecamatan,sub kecamatan
        regency:kabupaten,kota,kabupaten kota,nama kabupaten,nama kota,nama kabupaten kota,provinsi kabupaten,provinsi kota,provinsi kabupaten kota,kota provinsi,= wilayah,= domisili,wilayah usaha,= toko wilayah
        province:provinsi,nama provinsi
        trade:kbli,kode kbli,jenis usaha,bidang usaha,kategori usaha,= jenis,= kategori,= bidang,kegiatan usaha,jenis kegiatan usaha,kategori toko,jenis toko,bidang kegiatan,sub bidang usaha,kategori bidang,kategori produk,= kuliner,jenis kuliner
        product:produk,nama produk,jenis produk,produk unggulan,merek produk,produk usaha,jenis produk usaha,produk toko
        phone:telepon,nomor telepon,nomor telepon pemilik,nomor telepon usaha,nomor telepon toko,telepon pemilik,telepon toko,telepon usaha,telepon orang
        account:akun,nama akun,link,link toko,akun toko,nama user,= user,toko akun,link produk,= toko online,~ toko id,~ akun id,~ id user,~ penjual id,toko link,nama akun toko
        externalID:= id,akun id,luar id,id mitra,kode mitra,nomor induk usaha mitra,kode usaha,id usaha,toko id,kode toko,id unik,kode unik,= kode,nomor daftar,nomor orang,id orang,penjual id,id user,id pemilik,kode orang,nomor usaha,nomor id,id daftar,kode daftar,nomor unik
        businessName:nama usaha,nama toko,= usaha,= toko,merek,nama merek,nama usaha toko,nama merek usaha,nama merek toko,~ nama penjual,~ = penjual,~ nama akun toko
        ownerName:nama pemilik,pemilik,= pemilik usaha,nama pemilik usaha,nama pemilik toko,nama lengkap,nama orang,= orang,nama penanggung jawab,penanggung jawab,nama ktp,orang telepon,nama lengkap pemilik,~ nama penjual,~ = penjual,nama nik,nama orang telepon
        address:alamat,alamat lengkap,alamat usaha,alamat toko,alamat lengkap usaha,alamat usaha toko,tempat usaha,alamat tempat usaha,~ alamat pemilik,~ alamat rumah,~ alamat ktp,~ alamat domisili,~ alamat orang
        note:keterangan,= keterangan lain
        ignored:= nomor,nomor urut,= baris,tempat lahir,umur,pendidikan,agama,foto,tanda tangan,ttd,latitude,longitude,koordinat,tenaga kerja,= tenaga,jumlah tenaga,jumlah tenaga kerja,jumlah tenaga usaha,kk,nomor kk,kartu keluarga,nomor kartu keluarga,tahun berdiri,tahun berdiri usaha,tanggal berdiri,tanggal berdiri usaha,rekening,nomor rekening,facebook,instagram,nama rekening,kode provinsi,kode kecamatan,kode desa,kode bps,kode wilayah bps,rating,followers,pemasaran,akun instagram,akun facebook,link instagram,link facebook
        """
}
