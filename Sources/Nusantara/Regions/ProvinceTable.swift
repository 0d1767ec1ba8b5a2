/// The 38 provinces, one a line: code | official name | everyday name if another | capital | time zone | centre | people | BPS code.
///
/// Codes, names and people: decree of the Minister of Home Affairs 300.2.2-2138 of 2025, population of the second half of 2024.
/// BPS codes: as used since the division of Papua.
let provinceTable = """
    11|Aceh||Banda Aceh|WIB|4.2257 96.9119|5623479|11
    12|Sumatera Utara||Medan|WIB|2.1884 99.0581|15640905|12
    13|Sumatera Barat||Padang|WIB|-0.8485 100.4654|5820359|13
    14|Riau||Pekanbaru|WIB|0.5087 101.8150|7099297|14
    15|Jambi||Jambi|WIB|-1.6988 102.7159|3834439|15
    16|Sumatera Selatan||Palembang|WIB|-3.2127 104.1703|9064690|16
    17|Bengkulu||Bengkulu|WIB|-3.5563 102.3425|2127957|17
    18|Lampung||Bandar Lampung|WIB|-4.9173 105.0217|9144263|18
    19|Kepulauan Bangka Belitung||Pangkalpinang|WIB|-2.4499 106.5561|1549562|19
    21|Kepulauan Riau||Tanjungpinang|WIB|1.4810 105.4049|2271890|21
    31|Daerah Khusus Ibukota Jakarta|DKI Jakarta|Jakarta|WIB|-6.1990 106.8344|11038216|31
    32|Jawa Barat||Bandung|WIB|-6.9206 107.6033|51316378|32
    33|Jawa Tengah||Semarang|WIB|-7.2594 110.2015|38430645|33
    34|Daerah Istimewa Yogyakarta|DI Yogyakarta|Yogyakarta|WIB|-7.8949 110.4456|3743365|34
    35|Jawa Timur||Surabaya|WIB|-7.7194 112.7324|41919906|35
    36|Banten||Serang|WIB|-6.4561 106.1090|12881374|36
    51|Bali||Denpasar|WITA|-8.3698 115.1317|4375263|51
    52|Nusa Tenggara Barat||Mataram|WITA|-8.6066 117.5076|5751295|52
    53|Nusa Tenggara Timur||Kupang|WITA|-9.2604 122.1818|5700772|53
    61|Kalimantan Barat||Pontianak|WIB|-0.0865 111.1208|5646268|61
    62|Kalimantan Tengah||Palangka Raya|WIB|-1.6061 113.4163|2825290|62
    63|Kalimantan Selatan||Banjarbaru|WITA|-3.4843 114.8339|4305281|63
    64|Kalimantan Timur||Samarinda|WITA|0.4547 116.4509|4123303|64
    65|Kalimantan Utara||Tanjung Selor|WITA|2.9150 116.2457|770627|65
    71|Sulawesi Utara||Manado|WITA|1.2611 124.5227|2645291|71
    72|Sulawesi Tengah||Palu|WITA|-1.0179 121.2069|3219494|72
    73|Sulawesi Selatan||Makassar|WITA|-3.7341 120.1611|9528276|73
    74|Sulawesi Tenggara||Kendari|WITA|-4.1365 122.0746|2824589|74
    75|Gorontalo||Gorontalo|WITA|0.6863 122.3757|1250960|75
    76|Sulawesi Barat||Mamuju|WITA|-2.4656 119.3474|1466741|76
    81|Maluku||Ambon|WIT|-4.7382 129.8402|1935586|81
    82|Maluku Utara||Sofifi|WIT|0.2116 127.5421|1394231|82
    91|Papua||Jayapura|WIT|-2.6179 138.5322|1102360|94
    92|Papua Barat||Manokwari|WIT|-2.6540 133.6495|576255|91
    93|Papua Selatan||Merauke|WIT|-6.6801 139.5470|562220|95
    94|Papua Tengah||Nabire|WIT|-3.9033 136.6442|1369112|96
    95|Papua Pegunungan||Wamena|WIT|-4.2694 139.4986|1470518|97
    96|Papua Barat Daya||Sorong|WIT|-1.1238 131.9546|623186|92
    """
