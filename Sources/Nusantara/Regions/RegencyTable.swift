/// The 514 regencies and cities, one a line: code | name without "Kabupaten" or "Kota" | capital | centre | people | BPS code.
///
/// A number after the dot of 71 or more makes a city; in province 31 the word "Administrasi" belongs to the name.
/// Codes, names and people: decree of the Minister of Home Affairs 300.2.2-2138 of 2025, population of the second half of 2024.
/// BPS codes: as they stood before the division of Papua in 2022 (9401 Merauke).
let regencyTable = """
    11.01|Aceh Selatan|Tapaktuan|3.1618 97.4365|239629|1103
    11.02|Aceh Tenggara|Kutacane|3.3689 97.6976|235589|1104
    11.03|Aceh Timur|Idi Rayeuk|4.6304 97.6261|461391|1105
    11.04|Aceh Tengah|Takengon|4.5199 96.8813|232606|1106
    11.05|Aceh Barat|Meulaboh|4.4545 96.1809|209220|1107
    11.06|Aceh Besar|Jantho|5.3801 95.5152|442987|1108
    11.07|Pidie|Sigli|5.0536 96.0334|451076|1109
    11.08|Aceh Utara|Lhoksukon|5.0158 97.1818|641007|1111
    11.09|Simeulue|Sinabang|2.6128 96.0863|96812|1101
    11.10|Aceh Singkil|Singkil|2.3480 97.8451|140461|1102
    11.11|Bireuen|Bireuen|5.0938 96.6070|468696|1110
    11.12|Aceh Barat Daya|Blangpidie|3.8226 96.8803|156128|1112
    11.13|Gayo Lues|Blangkejeren|3.9827 97.3601|107506|1113
    11.14|Aceh Jaya|Calang|4.8324 95.6781|101407|1116
    11.15|Nagan Raya|Suka Makmue|4.1642 96.5077|181103|1115
    11.16|Aceh Tamiang|Karang Baru|4.2245 97.9830|312061|1114
    11.17|Bener Meriah|Simpang Tiga Redelong|4.7701 97.0041|181376|1117
    11.18|Pidie Jaya|Meureundu|5.1247 96.2133|166517|1118
    11.71|Banda Aceh|Banda Aceh|5.5587 95.3277|265310|1171
    11.72|Sabang|Sabang|5.8378 95.3057|42793|1172
    11.73|Lhokseumawe|Lhokseumawe|5.1653 97.1112|198705|1174
    11.74|Langsa|Langsa|4.4818 97.9806|183914|1173
    11.75|Subulussalam|Subulussalam|2.7307 97.9360|107185|1175
    12.01|Tapanuli Tengah|Pandan|1.8360 98.6537|369482|1204
    12.02|Tapanuli Utara|Tarutung|2.0012 99.0651|331475|1205
    12.03|Tapanuli Selatan|Sipirok|1.5006 99.2670|324565|1203
    12.04|Nias|Gido|1.0699 97.7246|147989|1201
    12.05|Langkat|Stabat|3.7088 98.2237|1120709|1213
    12.06|Karo|Kabanjahe|3.1184 98.3014|422495|1211
    12.07|Deli Serdang|Lubuk Pakam|3.4803 98.6948|2080408|1212
    12.08|Simalungun|Raya|2.9697 99.0216|1004303|1209
    12.09|Asahan|Kisaran|2.8049 99.5594|799451|1208
    12.10|Labuhanbatu|Rantauprapat|2.2856 100.0616|513010|1207
    12.11|Dairi|Sidikalang|2.8405 98.2792|333335|1210
    12.12|Toba|Balige|2.3890 99.2476|220508|1206
    12.13|Mandailing Natal|Panyabungan|0.7764 99.3687|501618|1202
    12.14|Nias Selatan|Teluk Dalam|0.3293 98.0989|369817|1214
    12.15|Pakpak Bharat|Salak|2.5494 98.2431|57280|1216
    12.16|Humbang Hasundutan|Dolok Sanggul|2.2612 98.5777|211022|1215
    12.17|Samosir|Pangururan|2.5623 98.7290|149875|1217
    12.18|Serdang Bedagai|Sei Rampah|3.3663 99.0577|696845|1218
    12.19|Batu Bara|Lima Puluh|3.2353 99.4726|474832|1219
    12.20|Padang Lawas Utara|Gunung Tua|1.5909 99.7630|273586|1220
    12.21|Padang Lawas|Sibuhuan|1.1422 99.8512|271274|1221
    12.22|Labuhanbatu Selatan|Kotapinang|1.8419 100.1400|332459|1222
    12.23|Labuhanbatu Utara|Aek Kanopan|2.4110 99.7578|399306|1223
    12.24|Nias Utara|Lotu|1.3150 97.3554|153338|1224
    12.25|Nias Barat|Lahomi|1.0307 97.4912|97526|1225
    12.71|Medan|Medan|3.6290 98.6672|2546452|1275
    12.72|Pematangsiantar|Pematang Siantar|2.9614 99.0590|279772|1273
    12.73|Sibolga|Sibolga|1.7426 98.7893|100282|1271
    12.74|Tanjungbalai|Tanjungbalai|2.9640 99.7947|187939|1272
    12.75|Binjai|Binjai|3.6002 98.4892|315609|1276
    12.76|Tebing Tinggi|Tebing Tinggi|3.3283 99.1560|184064|1274
    12.77|Padangsidimpuan|Padangsidimpuan|1.3908 99.2857|231982|1277
    12.78|Gunungsitoli|Gunungsitoli|1.2685 97.5867|138297|1278
    13.01|Pesisir Selatan|Painan|-1.7383 100.8793|533786|1302
    13.02|Solok|Arosuka|-0.9836 100.8413|413075|1303
    13.03|Sijunjung|Muaro Sijunjung|-0.6905 101.0961|247323|1304
    13.04|Tanah Datar|Batusangkar|-0.4677 100.5841|382674|1305
    13.05|Padang Pariaman|Parik Malintang|-0.5650 100.2279|458310|1306
    13.06|Agam|Lubuk Basung|-0.2519 100.1709|533254|1307
    13.07|Lima Puluh Kota|Sarilamak|0.0204 100.5697|402788|1308
    13.08|Pasaman|Lubuk Sikaping|0.3926 100.0872|313837|1309
    13.09|Kepulauan Mentawai|Tuapejat|-1.8491 99.3366|97837|1301
    13.10|Dharmasraya|Pulau Punjung|-1.1312 101.5572|242192|1311
    13.11|Solok Selatan|Padang Aro|-1.4236 101.2677|181525|1310
    13.12|Pasaman Barat|Simpang Empat|0.2034 99.6855|454053|1312
    13.71|Padang|Padang|-0.8989 100.4376|946982|1371
    13.72|Solok|Solok|-0.7829 100.6299|85553|1372
    13.73|Sawahlunto|Sawahlunto|-0.6527 100.7544|68559|1373
    13.74|Padang Panjang|Padang Panjang|-0.4724 100.4023|63895|1374
    13.75|Bukittinggi|Bukittinggi|-0.2996 100.3725|141804|1375
    13.76|Payakumbuh|Payakumbuh|-0.2270 100.6321|149077|1376
    13.77|Pariaman|Pariaman|-0.6086 100.1381|103835|1377
    14.01|Kampar|Bangkinang|0.3214 101.0657|898973|1406
    14.02|Indragiri Hulu|Rengat|-0.5414 102.3319|487039|1402
    14.03|Bengkalis|Bengkalis|1.4119 101.6429|681884|1408
    14.04|Indragiri Hilir|Tembilahan|-0.2334 103.1638|713294|1403
    14.05|Pelalawan|Pangkalan Kerinci|0.2175 102.2804|446439|1404
    14.06|Rokan Hulu|Pasir Pengaraian|0.9430 100.5054|586994|1407
    14.07|Rokan Hilir|Bagansiapiapi|1.7731 100.7492|688073|1409
    14.08|Siak|Siak Sri Indrapura|0.8170 101.8754|495760|1405
    14.09|Kuantan Singingi|Teluk Kuantan|-0.4742 101.5059|365989|1401
    14.10|Kepulauan Meranti|Selatpanjang|1.0033 102.6493|211997|1410
    14.71|Pekanbaru|Pekanbaru|0.5513 101.4657|1167599|1471
    14.72|Dumai|Dumai|1.8208 101.2823|355256|1473
    15.01|Kerinci|Siulak|-2.0323 101.4653|268951|1501
    15.02|Merangin|Bangko|-2.1931 102.0683|397461|1502
    15.03|Sarolangun|Sarolangun|-2.3063 102.6726|313097|1503
    15.04|Batanghari|Muara Bulian|-1.7498 103.0979|307361|1504
    15.05|Muaro Jambi|Sengeti|-1.6116 103.7422|457238|1505
    15.06|Tanjung Jabung Barat|Kuala Tungkal|-1.0713 103.1146|336978|1507
    15.07|Tanjung Jabung Timur|Muara Sabak|-1.2254 103.9653|244905|1506
    15.08|Bungo|Muara Bungo|-1.5916 101.9271|380027|1509
    15.09|Tebo|Muara Tebo|-1.3076 102.3643|376541|1508
    15.71|Jambi|Jambi|-1.6182 103.5998|649656|1571
    15.72|Sungai Penuh|Sungai Penuh|-2.1133 101.3393|102224|1572
    16.01|Ogan Komering Ulu|Baturaja|-4.0937 104.1052|390048|1601
    16.02|Ogan Komering Ilir|Kayu Agung|-3.3637 105.3973|801059|1602
    16.03|Muara Enim|Muara Enim|-3.6366 103.9967|653731|1603
    16.04|Lahat|Lahat|-3.8288 103.3790|448141|1604
    16.05|Musi Rawas|Muara Beliti|-3.1654 103.1365|427723|1605
    16.06|Musi Banyuasin|Sekayu|-2.4503 103.8278|736897|1606
    16.07|Banyuasin|Pangkalan Balai|-2.5202 104.6870|888324|1607
    16.08|Ogan Komering Ulu Timur|Martapura|-4.0743 104.5670|694832|1609
    16.09|Ogan Komering Ulu Selatan|Muaradua|-4.5889 103.9101|406938|1608
    16.10|Ogan Ilir|Indralaya|-3.4153 104.6053|446020|1610
    16.11|Empat Lawang|Tebing Tinggi|-3.7515 102.9480|336783|1611
    16.12|Penukal Abab Lematang Ilir|Talang Ubi|-3.2010 103.9950|214795|1612
    16.13|Musi Rawas Utara|Rupit|-2.7402 102.7438|203688|1613
    16.71|Palembang|Palembang|-2.9717 104.7413|1801367|1671
    16.72|Pagar Alam|Pagar Alam|-4.1176 103.2664|153271|1673
    16.73|Lubuk Linggau|Lubuk Linggau|-3.2630 102.8751|247550|1674
    16.74|Prabumulih|Prabumulih|-3.4480 104.2289|213523|1672
    17.01|Bengkulu Selatan|Manna|-4.3484 103.0212|177137|1701
    17.02|Rejang Lebong|Curup|-3.4304 102.7020|288582|1702
    17.03|Bengkulu Utara|Arga Makmur|-3.4188 102.0019|309773|1703
    17.04|Kaur|Bintuhan|-4.6111 103.4123|136533|1704
    17.05|Seluma|Tais|-4.0520 102.6595|216028|1705
    17.06|Mukomuko|Mukomuko|-2.6903 101.4819|205602|1706
    17.07|Lebong|Tubei|-3.0900 102.2478|115520|1707
    17.08|Kepahiang|Kepahiang|-3.6289 102.6445|151910|1708
    17.09|Bengkulu Tengah|Karang Tinggi|-3.6852 102.4044|126339|1709
    17.71|Bengkulu|Bengkulu|-3.8414 102.3082|400533|1771
    18.01|Lampung Selatan|Kalianda|-5.5299 105.5012|1124683|1803
    18.02|Lampung Tengah|Gunung Sugih|-4.8563 105.2721|1394395|1805
    18.03|Lampung Utara|Kotabumi|-4.7968 104.8074|675626|1806
    18.04|Lampung Barat|Liwa|-5.0506 104.2530|313756|1801
    18.05|Tulang Bawang|Menggala|-4.3732 105.5276|440040|1808
    18.06|Tanggamus|Kota Agung|-5.4281 104.6741|641036|1802
    18.07|Lampung Timur|Sukadana|-5.1313 105.6490|1122605|1804
    18.08|Way Kanan|Blambangan Umpu|-4.5143 104.6062|495058|1807
    18.09|Pesawaran|Gedong Tataan|-5.4735 105.1152|501047|1809
    18.10|Pringsewu|Pringsewu|-5.3364 104.9334|444834|1810
    18.11|Mesuji|Mesuji|-4.0248 105.3784|241280|1811
    18.12|Tulang Bawang Barat|Panaragan|-4.4257 105.0874|312516|1812
    18.13|Pesisir Barat|Krui|-5.3355 104.1628|177430|1813
    18.71|Bandar Lampung|Bandar Lampung|-5.4142 105.2621|1077664|1871
    18.72|Metro|Metro|-5.1173 105.3080|182293|1872
    19.01|Bangka|Sungailiat|-1.9043 105.9196|337755|1901
    19.02|Belitung|Tanjungpandan|-2.8676 107.7102|192405|1902
    19.03|Bangka Selatan|Toboali|-2.7786 106.3491|216079|1905
    19.04|Bangka Tengah|Koba|-2.4324 106.2339|210684|1904
    19.05|Bangka Barat|Mentok|-1.8892 105.4876|217859|1903
    19.06|Belitung Timur|Manggar|-2.9085 108.0482|132495|1906
    19.71|Pangkal Pinang|Pangkal Pinang|-2.1105 106.1132|242285|1971
    21.01|Bintan|Bandar Seri Bentan|1.0076 104.7038|180404|2102
    21.02|Karimun|Tanjung Balai Karimun|0.8255 103.5311|273946|2101
    21.03|Natuna|Ranai|3.7821 108.2603|84325|2103
    21.04|Lingga|Daik Lingga|-0.2218 104.5269|101039|2104
    21.05|Kepulauan Anambas|Tarempa|3.0876 106.0645|50922|2105
    21.71|Batam|Batam|0.9630 104.0636|1342038|2171
    21.72|Tanjung Pinang|Tanjung Pinang|0.9196 104.4871|239216|2172
    31.01|Kepulauan Seribu|Pulau Pramuka|-5.7004 106.5790|30334|3101
    31.71|Jakarta Pusat|Tanah Abang|-6.1812 106.8351|1057270|3173
    31.72|Jakarta Utara|Tanjung Priok|-6.1272 106.8666|1832032|3175
    31.73|Jakarta Barat|Kembangan|-6.1653 106.7483|2556752|3174
    31.74|Jakarta Selatan|Kebayoran Baru|-6.2726 106.8100|2331411|3171
    31.75|Jakarta Timur|Cakung|-6.2550 106.9007|3230417|3172
    32.01|Bogor|Cibinong|-6.5598 106.7670|5809790|3201
    32.02|Sukabumi|Palabuhanratu|-7.0763 106.7076|2868943|3202
    32.03|Cianjur|Cianjur|-7.1309 107.1592|2638825|3203
    32.04|Bandung|Soreang|-7.0976 107.6087|3839721|3204
    32.05|Garut|Garut|-7.3594 107.7879|2851877|3205
    32.06|Tasikmalaya|Singaparna|-7.4967 108.1416|1996059|3206
    32.07|Ciamis|Ciamis|-7.2903 108.4287|1297783|3207
    32.08|Kuningan|Kuningan|-7.0034 108.5598|1239999|3208
    32.09|Cirebon|Sumber|-6.7462 108.5522|2489046|3209
    32.10|Majalengka|Majalengka|-6.8151 108.2572|1369569|3210
    32.11|Sumedang|Sumedang|-6.8247 107.9813|1226660|3211
    32.12|Indramayu|Indramayu|-6.4475 108.1690|1980080|3212
    32.13|Subang|Subang|-6.4846 107.7318|1677628|3213
    32.14|Purwakarta|Purwakarta|-6.5953 107.4308|1063932|3214
    32.15|Karawang|Karawang|-6.2523 107.3543|2612065|3215
    32.16|Bekasi|Cikarang|-6.2198 107.1217|3387601|3216
    32.17|Bandung Barat|Ngamprah|-6.8904 107.4150|1911661|3217
    32.18|Pangandaran|Parigi|-7.6356 108.5186|447272|3218
    32.71|Bogor|Bogor|-6.5935 106.7994|1144108|3271
    32.72|Sukabumi|Sukabumi|-6.9399 106.9244|370096|3272
    32.73|Bandung|Bandung|-6.9192 107.6366|2591763|3273
    32.74|Cirebon|Cirebon|-6.7417 108.5533|356629|3274
    32.75|Bekasi|Bekasi|-6.2808 106.9754|2572209|3275
    32.76|Depok|Depok|-6.3962 106.8168|2010912|3276
    32.77|Cimahi|Cimahi|-6.8863 107.5429|581994|3277
    32.78|Tasikmalaya|Tasikmalaya|-7.3605 108.2191|770839|3278
    32.79|Banjar|Banjar|-7.3770 108.5672|209317|3279
    33.01|Cilacap|Cilacap|-7.4889 108.8898|2059748|3301
    33.02|Banyumas|Purwokerto|-7.4555 109.1758|1868446|3302
    33.03|Purbalingga|Purbalingga|-7.3232 109.4072|1057750|3303
    33.04|Banjarnegara|Banjarnegara|-7.3513 109.6570|1071977|3304
    33.05|Kebumen|Kebumen|-7.6550 109.6174|1446833|3305
    33.06|Purworejo|Purworejo|-7.7004 109.9661|809651|3306
    33.07|Wonosobo|Wonosobo|-7.4163 109.9073|945955|3307
    33.08|Magelang|Mungkid|-7.5017 110.2472|1345662|3308
    33.09|Boyolali|Boyolali|-7.4165 110.6525|1114070|3309
    33.10|Klaten|Klaten|-7.6858 110.6195|1302648|3310
    33.11|Sukoharjo|Sukoharjo|-7.6808 110.8348|916472|3311
    33.12|Wonogiri|Wonogiri|-7.9193 110.9992|1057495|3312
    33.13|Karanganyar|Karanganyar|-7.6141 111.0192|953696|3313
    33.14|Sragen|Sragen|-7.3853 110.9741|1023538|3314
    33.15|Grobogan|Purwodadi|-7.1176 110.9272|1520974|3315
    33.16|Blora|Blora|-7.0744 111.3874|927961|3316
    33.17|Rembang|Rembang|-6.7751 111.4615|665501|3317
    33.18|Pati|Pati|-6.7433 111.0423|1385904|3318
    33.19|Kudus|Kudus|-6.7903 110.8699|877821|3319
    33.20|Jepara|Jepara|-6.5490 110.7681|1283687|3320
    33.21|Demak|Demak|-6.9108 110.6340|1254204|3321
    33.22|Semarang|Ungaran|-7.2709 110.4735|1088729|3322
    33.23|Temanggung|Temanggung|-7.2577 110.1363|822880|3323
    33.24|Kendal|Kendal|-7.0387 110.1573|1094214|3324
    33.25|Batang|Batang|-7.0210 109.8616|855878|3325
    33.26|Pekalongan|Kajen|-7.0570 109.6205|1034241|3326
    33.27|Pemalang|Pemalang|-7.0368 109.3952|1601007|3327
    33.28|Tegal|Slawi|-7.0288 109.1585|1745278|3328
    33.29|Brebes|Brebes|-7.0628 108.9295|2066426|3329
    33.71|Magelang|Magelang|-7.4765 110.2201|128709|3371
    33.72|Surakarta|Surakarta|-7.5579 110.8231|589242|3372
    33.73|Salatiga|Salatiga|-7.3377 110.4984|198971|3373
    33.74|Semarang|Semarang|-7.0239 110.3915|1702379|3374
    33.75|Pekalongan|Pekalongan|-6.8934 109.6772|318221|3375
    33.76|Tegal|Tegal|-6.8692 109.1158|294477|3376
    34.01|Kulon Progo|Wates|-7.8187 110.1671|444994|3401
    34.02|Bantul|Bantul|-7.9013 110.3549|980269|3402
    34.03|Gunungkidul|Wonosari|-7.9939 110.6118|776926|3403
    34.04|Sleman|Sleman|-7.7165 110.3832|1125571|3404
    34.71|Yogyakarta|Yogyakarta|-7.8033 110.3744|415605|3471
    35.01|Pacitan|Pacitan|-8.1250 111.1781|588718|3501
    35.02|Ponorogo|Ponorogo|-7.9313 111.4995|979008|3502
    35.03|Trenggalek|Trenggalek|-8.1607 111.6273|753810|3503
    35.04|Tulungagung|Tulungagung|-8.1135 111.8877|1139224|3504
    35.05|Blitar|Kanigoro|-8.1310 112.2372|1261699|3505
    35.06|Kediri|Kediri|-7.8287 112.0892|1691976|3506
    35.07|Malang|Kepanjen|-8.1259 112.6409|2734623|3507
    35.08|Lumajang|Lumajang|-8.1254 113.1385|1116231|3508
    35.09|Jember|Jember|-8.2351 113.6560|2615874|3509
    35.10|Banyuwangi|Banyuwangi|-8.3647 114.2059|1791789|3510
    35.11|Bondowoso|Bondowoso|-7.9437 113.9477|788007|3511
    35.12|Situbondo|Situbondo|-7.8014 114.0514|691635|3512
    35.13|Probolinggo|Kraksaan|-7.8664 113.3202|1200931|3513
    35.14|Pasuruan|Bangil|-7.7424 112.8318|1665922|3514
    35.15|Sidoarjo|Sidoarjo|-7.4515 112.7003|2027874|3515
    35.16|Mojokerto|Mojokerto|-7.5507 112.4844|1156144|3516
    35.17|Jombang|Jombang|-7.5446 112.2641|1378005|3517
    35.18|Nganjuk|Nganjuk|-7.5975 111.9386|1152575|3518
    35.19|Madiun|Caruban|-7.6236 111.6459|737875|3519
    35.20|Magetan|Magetan|-7.6634 111.3574|692800|3520
    35.21|Ngawi|Ngawi|-7.4388 111.3434|907002|3521
    35.22|Bojonegoro|Bojonegoro|-7.2556 111.8099|1366227|3522
    35.23|Tuban|Tuban|-6.9534 111.8922|1266396|3523
    35.24|Lamongan|Lamongan|-7.1314 112.3007|1367503|3524
    35.25|Gresik|Gresik|-6.9263 112.5587|1327497|3525
    35.26|Bangkalan|Bangkalan|-7.0443 112.9295|1042031|3526
    35.27|Sampang|Sampang|-7.0520 113.2563|1033926|3527
    35.28|Pamekasan|Pamekasan|-7.0652 113.5041|904965|3528
    35.29|Sumenep|Sumenep|-6.9663 114.4031|1143002|3529
    35.71|Kediri|Kediri|-7.8264 112.0161|301424|3571
    35.72|Blitar|Blitar|-8.0948 112.1670|161204|3572
    35.73|Malang|Malang|-7.9783 112.6359|889359|3573
    35.74|Probolinggo|Probolinggo|-7.7738 113.2055|243746|3574
    35.75|Pasuruan|Pasuruan|-7.6496 112.9100|213469|3575
    35.76|Mojokerto|Mojokerto|-7.4714 112.4375|142272|3576
    35.77|Madiun|Madiun|-7.6295 111.5273|201733|3577
    35.78|Surabaya|Surabaya|-7.2743 112.7236|3018022|3578
    35.79|Batu|Batu|-7.8347 112.5338|225408|3579
    36.01|Pandeglang|Pandeglang|-6.5902 105.7430|1437046|3601
    36.02|Lebak|Rangkasbitung|-6.6420 106.2124|1531564|3602
    36.03|Tangerang|Tigaraksa|-6.1745 106.5189|3459706|3603
    36.04|Serang|Ciruas|-6.1417 106.1461|1791795|3604
    36.71|Tangerang|Tangerang|-6.1844 106.6520|1957349|3671
    36.72|Cilegon|Cilegon|-5.9989 106.0185|480378|3672
    36.73|Serang|Serang|-6.1233 106.1667|759929|3673
    36.74|Tangerang Selatan|Ciputat|-6.3021 106.7074|1463607|3674
    51.01|Jembrana|Negara|-8.3131 114.6829|330221|5101
    51.02|Tabanan|Singasana|-8.4302 115.0783|478393|5102
    51.03|Badung|Mangupura|-8.5829 115.1884|537739|5103
    51.04|Gianyar|Gianyar|-8.4810 115.2875|504845|5104
    51.05|Klungkung|Semarapura|-8.6669 115.4937|223723|5105
    51.06|Bangli|Bangli|-8.2931 115.3473|260526|5106
    51.07|Karangasem|Amlapura|-8.3743 115.5299|538390|5107
    51.08|Buleleng|Singaraja|-8.2010 114.9609|828156|5108
    51.71|Denpasar|Denpasar|-8.6684 115.2208|673270|5171
    52.01|Lombok Barat|Gerung|-8.6655 116.0935|762757|5201
    52.02|Lombok Tengah|Praya|-8.7221 116.2898|1128716|5202
    52.03|Lombok Timur|Selong|-8.5323 116.5308|1457591|5203
    52.04|Sumbawa|Sumbawa Besar|-8.7033 117.4843|527715|5204
    52.05|Dompu|Dompu|-8.4722 118.2169|277837|5205
    52.06|Bima|Woha|-8.4748 118.6190|543582|5206
    52.07|Sumbawa Barat|Taliwang|-8.8303 116.9144|156059|5207
    52.08|Lombok Utara|Tanjung|-8.3489 116.2829|269989|5208
    52.71|Mataram|Mataram|-8.5901 116.1110|461936|5271
    52.72|Bima|Bima|-8.4549 118.7821|165113|5272
    53.01|Kupang|Oelamasi|-9.9161 123.8615|391539|5303
    53.02|Timor Tengah Selatan|Soe|-9.8292 124.3971|490642|5304
    53.03|Timor Tengah Utara|Kefamenanu|-9.3779 124.5692|276032|5305
    53.04|Belu|Atambua|-9.1551 124.9674|232788|5306
    53.05|Alor|Kalabahi|-8.3039 124.5684|229730|5307
    53.06|Flores Timur|Larantuka|-8.3651 122.9445|289881|5309
    53.07|Sikka|Maumere|-8.6093 122.3067|346614|5310
    53.08|Ende|Ende|-8.6764 121.7354|283806|5311
    53.09|Ngada|Bajawa|-8.6645 121.0016|169445|5312
    53.10|Manggarai|Ruteng|-8.5688 120.4011|349836|5313
    53.11|Sumba Timur|Waingapu|-9.8778 120.2548|277290|5302
    53.12|Sumba Barat|Waikabubak|-9.6414 119.3834|141760|5301
    53.13|Lembata|Lewoleba|-8.3812 123.5408|149921|5308
    53.14|Rote Ndao|Baa|-10.7260 123.1244|154027|5314
    53.15|Manggarai Barat|Labuan Bajo|-8.6027 119.9886|290688|5315
    53.16|Nagekeo|Mbay|-8.6897 121.2732|164457|5318
    53.17|Sumba Tengah|Waibakul|-9.5432 119.6686|92138|5316
    53.18|Sumba Barat Daya|Tambolaka|-9.5342 119.1773|355022|5317
    53.19|Manggarai Timur|Borong|-8.5728 120.6893|305268|5319
    53.20|Sabu Raijua|Sabu Barat|-10.5357 121.8445|94860|5320
    53.21|Malaka|Betun|-9.5243 124.8885|210908|5321
    53.71|Kupang|Kupang|-10.2045 123.6045|404120|5371
    61.01|Sambas|Sambas|1.4231 109.3496|651246|6101
    61.02|Mempawah|Mempawah|0.3518 109.1542|314148|6104
    61.03|Sanggau|Sanggau|0.2687 110.4307|499074|6105
    61.04|Ketapang|Ketapang|-1.6329 110.6054|583541|6106
    61.05|Sintang|Sintang|0.0926 112.0544|457204|6107
    61.06|Kapuas Hulu|Putussibau|0.8256 112.8036|276988|6108
    61.07|Bengkayang|Bengkayang|1.0119 109.5784|295966|6102
    61.08|Landak|Ngabang|0.5077 109.7641|415033|6103
    61.09|Sekadau|Sekadau|-0.0171 110.9489|225494|6109
    61.10|Melawi|Nanga Pinoh|-0.6304 111.7246|217600|6110
    61.11|Kayong Utara|Sukadana|-1.1044 109.8754|126898|6111
    61.12|Kubu Raya|Sungai Raya|-0.3918 109.5404|646091|6112
    61.71|Pontianak|Pontianak|-0.0258 109.3317|687031|6171
    61.72|Singkawang|Singkawang|0.8867 109.0323|249954|6172
    62.01|Kotawaringin Barat|Pangkalan Bun|-2.5722 111.7742|294602|6201
    62.02|Kotawaringin Timur|Sampit|-2.0858 112.7152|454515|6202
    62.03|Kapuas|Kuala Kapuas|-1.7634 114.3027|417854|6203
    62.04|Barito Selatan|Buntok|-1.7743 114.9111|137914|6204
    62.05|Barito Utara|Muara Teweh|-0.9284 115.1376|159848|6205
    62.06|Katingan|Kasongan|-1.6859 113.0708|181963|6209
    62.07|Seruyan|Kuala Pembuang|-2.2572 112.1987|159849|6208
    62.08|Sukamara|Sukamara|-2.6044 111.1596|67234|6206
    62.09|Lamandau|Nanga Bulik|-1.7714 111.4179|114257|6207
    62.10|Gunung Mas|Kuala Kurun|-1.0251 113.5588|134482|6211
    62.11|Pulang Pisau|Pulang Pisau|-2.6909 113.9676|144663|6210
    62.12|Murung Raya|Puruk Cahu|-0.0318 114.2623|124291|6213
    62.13|Barito Timur|Tamiang Layang|-1.9823 115.1440|118665|6212
    62.71|Palangkaraya|Palangkaraya|-2.0075 113.7675|315153|6271
    63.01|Tanah Laut|Pelaihari|-3.8192 114.9053|369818|6301
    63.02|Kotabaru|Kotabaru|-2.9847 116.0632|332787|6302
    63.03|Banjar|Martapura|-3.3205 115.0799|590393|6303
    63.04|Barito Kuala|Marabahan|-3.0912 114.6302|329799|6304
    63.05|Tapin|Rantau|-2.9216 115.0451|202061|6305
    63.06|Hulu Sungai Selatan|Kandangan|-2.7292 115.2055|239471|6306
    63.07|Hulu Sungai Tengah|Barabai|-2.6094 115.4787|271505|6307
    63.08|Hulu Sungai Utara|Amuntai|-2.4393 115.1513|238250|6308
    63.09|Tabalong|Tanjung|-1.8619 115.5001|267787|6309
    63.10|Tanah Bumbu|Batulicin|-3.4397 115.6471|357221|6310
    63.11|Balangan|Paringin|-2.3178 115.6228|138950|6311
    63.71|Banjarmasin|Banjarmasin|-3.3291 114.5918|681693|6371
    63.72|Banjarbaru|Banjarbaru|-3.4748 114.7912|285546|6372
    64.01|Paser|Tana Paser|-1.7367 116.0927|309667|6401
    64.02|Kutai Kartanegara|Tenggarong|0.1080 116.4801|806964|6403
    64.03|Berau|Tanjung Redeb|1.9125 117.3402|299005|6405
    64.07|Kutai Barat|Sendawar|-0.5027 115.8242|186581|6402
    64.08|Kutai Timur|Sangatta|0.9899 117.1291|448850|6404
    64.09|Penajam Paser Utara|Penajam|-1.1571 116.5904|202067|6409
    64.11|Mahakam Ulu|Ujoh Bilang|0.7318 114.8361|39715|6411
    64.71|Balikpapan|Balikpapan|-1.1567 116.8723|757418|6471
    64.72|Samarinda|Samarinda|-0.5003 117.1771|881225|6472
    64.74|Bontang|Bontang|0.0933 117.4581|191811|6474
    65.01|Bulungan|Tanjung Selor|2.7975 117.0320|170239|6502
    65.02|Malinau|Malinau|2.5130 115.7354|87582|6501
    65.03|Nunukan|Nunukan|4.0092 116.6429|227460|6504
    65.04|Tana Tidung|Tideng Pale|3.5705 117.1577|30036|6503
    65.71|Tarakan|Tarakan|3.3594 117.5995|255310|6571
    71.01|Bolaang Mongondow|Lolak|0.7075 124.0386|257378|7101
    71.02|Minahasa|Tondano|1.2500 124.8581|330843|7102
    71.03|Kepulauan Sangihe|Tahuna|3.5527 125.5410|135860|7103
    71.04|Kepulauan Talaud|Melonguane|4.2257 126.7811|100376|7104
    71.05|Minahasa Selatan|Amurang|1.0850 124.5189|243297|7105
    71.06|Minahasa Utara|Airmadidi|1.5481 125.0053|229231|7106
    71.07|Minahasa Tenggara|Ratahan|1.0122 124.7167|121554|7109
    71.08|Bolaang Mongondow Utara|Boroko|0.7676 123.4765|88002|7107
    71.09|Kep. Siau Tagulandang Biaro|Ondong Siau|2.5391 125.3969|70528|7108
    71.10|Bolaang Mongondow Timur|Tutuyan|0.7160 124.5099|91344|7111
    71.11|Bolaang Mongondow Selatan|Molibagu|0.4431 123.9283|76105|7110
    71.71|Manado|Manado|1.5249 124.8479|459409|7171
    71.72|Bitung|Bitung|1.4898 125.1580|216026|7172
    71.73|Tomohon|Tomohon|1.3305 124.8150|103812|7173
    71.74|Kotamobagu|Kotamobagu|0.7111 124.3183|121526|7174
    72.01|Banggai|Luwuk|-1.0185 122.5883|377804|7202
    72.02|Poso|Poso|-1.6784 120.5337|253350|7204
    72.03|Donggala|Donggala|-0.4360 119.8307|318613|7205
    72.04|Toli-Toli|Tolitoli|0.9273 120.7300|242783|7206
    72.05|Buol|Buol|0.9789 121.3885|162273|7207
    72.06|Morowali|Bungku|-2.7159 121.9237|198968|7203
    72.07|Banggai Kepulauan|Salakan|-1.3718 123.1433|130008|7201
    72.08|Parigi Moutong|Parigi|0.0169 120.4491|461576|7208
    72.09|Tojo Una Una|Ampana|-1.1241 121.5725|173534|7209
    72.10|Sigi|Sigi Biromaru|-1.4087 119.9742|273460|7210
    72.11|Banggai Laut|Banggai|-1.7801 123.5295|77830|7211
    72.12|Morowali Utara|Kolonodale|-1.8270 121.3961|154004|7212
    72.71|Palu|Palu|-0.8369 119.9120|395291|7271
    73.01|Kepulauan Selayar|Benteng|-6.5579 120.7179|143096|7301
    73.02|Bulukumba|Bulukumba|-5.4314 120.2343|480672|7302
    73.03|Bantaeng|Bantaeng|-5.4902 119.9874|217267|7303
    73.04|Jeneponto|Jeneponto|-5.5670 119.6989|423005|7304
    73.05|Takalar|Takalar|-5.4184 119.4741|332863|7305
    73.06|Gowa|Sungguminasa|-5.3089 119.7187|825369|7306
    73.07|Sinjai|Sinjai|-5.2093 120.1354|276269|7307
    73.08|Bone|Watampone|-4.6950 120.1300|827372|7311
    73.09|Maros|Maros|-4.9996 119.7263|414406|7308
    73.10|Pangkajene dan Kepulauan|Pangkajene|-4.9385 119.4796|361791|7309
    73.11|Barru|Barru|-4.4400 119.6949|196001|7310
    73.12|Soppeng|Watansoppeng|-4.3370 119.8934|241333|7312
    73.13|Wajo|Sengkang|-3.9918 120.1728|400699|7313
    73.14|Sidenreng Rappang|Pangkajene Sidenreng|-3.8131 119.9585|332560|7314
    73.15|Pinrang|Pinrang|-3.6282 119.6027|423146|7315
    73.16|Enrekang|Enrekang|-3.5039 119.8746|234470|7316
    73.17|Luwu|Belopa|-3.1992 120.1831|385361|7317
    73.18|Tana Toraja|Makale|-3.1156 119.7116|258934|7318
    73.22|Luwu Utara|Masamba|-2.3959 120.1644|335161|7322
    73.24|Luwu Timur|Malili|-2.5560 121.1283|323422|7325
    73.26|Toraja Utara|Rantepao|-2.8796 119.8643|266513|7326
    73.71|Makassar|Makassar|-5.1356 119.4639|1482354|7371
    73.72|Parepare|Pare Pare|-4.0316 119.6636|163314|7372
    73.73|Palopo|Palopo|-2.9797 120.1478|182898|7373
    74.01|Kolaka|Kolaka|-4.0745 121.5220|257733|7404
    74.02|Konawe|Unaaha|-3.5309 121.8633|269128|7403
    74.03|Muna|Raha|-4.9447 122.6296|233470|7402
    74.04|Buton|Pasar Wajo|-5.3165 122.9229|122024|7401
    74.05|Konawe Selatan|Andoolo|-4.2627 122.4233|332389|7405
    74.06|Bombana|Rumbia|-4.8009 121.8524|168055|7406
    74.07|Wakatobi|Wangi Wangi|-5.5713 123.7854|118793|7407
    74.08|Kolaka Utara|Lasusua|-3.2627 121.1341|143604|7408
    74.09|Konawe Utara|Wanggudu|-3.3907 122.0305|83449|7410
    74.10|Buton Utara|Buranga|-4.7038 123.0124|74718|7409
    74.11|Kolaka Timur|Tirawuta|-3.7955 121.6086|130691|7411
    74.12|Konawe Kepulauan|Langara|-4.1146 123.0962|44091|7412
    74.13|Muna Barat|Laworo|-4.8169 122.4925|91571|7413
    74.14|Buton Tengah|Labungkari|-5.3170 122.3987|121745|7414
    74.15|Buton Selatan|Batauga|-5.6047 122.6716|102881|7415
    74.71|Kendari|Kendari|-3.9977 122.5329|366454|7471
    74.72|Bau Bau|Bau Bau|-5.4288 122.6758|163793|7472
    75.01|Gorontalo|Limboto|0.6929 122.7125|423981|7502
    75.02|Boalemo|Tilamuta|0.6529 122.3271|152851|7501
    75.03|Bone Bolango|Suwawa|0.5324 123.2923|174788|7504
    75.04|Pohuwato|Marisa|0.6884 121.7098|162989|7503
    75.05|Gorontalo Utara|Kwandang|0.8856 122.6645|131991|7505
    75.71|Gorontalo|Gorontalo|0.5384 123.0553|204360|7571
    76.01|Pasangkayu|Pasangkayu|-1.4897 119.5076|183376|7605
    76.02|Mamuju|Mamuju|-2.5197 119.3446|288382|7604
    76.03|Mamasa|Mamasa|-2.9457 119.3144|167611|7603
    76.04|Polewali Mandar|Polewali|-3.3102 119.1473|492339|7602
    76.05|Majene|Majene|-3.1732 118.9185|190223|7601
    76.06|Mamuju Tengah|Tobadak|-2.0027 119.5111|144810|7606
    81.01|Maluku Tengah|Masohi|-3.1812 129.2954|432361|8103
    81.02|Maluku Tenggara|Langgur|-5.6769 132.8881|129169|8102
    81.03|Kepulauan Tanimbar|Saumlaki|-7.5843 131.3666|132337|8101
    81.04|Buru|Namlea|-3.3294 126.7270|142347|8104
    81.05|Seram Bagian Timur|Bula|-3.4199 130.4426|140972|8107
    81.06|Seram Bagian Barat|Piru|-3.1359 128.3560|217389|8106
    81.07|Kepulauan Aru|Dobo|-6.1962 134.4510|112531|8105
    81.08|Maluku Barat Daya|Tiakur|-7.8331 127.3041|97020|8108
    81.09|Buru Selatan|Namrole|-3.5676 126.5242|81329|8109
    81.71|Ambon|Ambon|-3.6854 128.1950|359661|8171
    81.72|Tual|Tual|-5.5569 132.4826|90470|8172
    82.01|Halmahera Barat|Jailolo|1.3517 127.5908|139764|8201
    82.02|Halmahera Tengah|Weda|0.4019 128.2953|106500|8202
    82.03|Halmahera Utara|Tobelo|1.5544 127.8348|206233|8205
    82.04|Halmahera Selatan|Labuha|-0.8271 127.7052|258564|8204
    82.05|Kepulauan Sula|Sanana|-1.9638 125.8397|100635|8203
    82.06|Halmahera Timur|Maba|1.0295 128.3086|100473|8206
    82.07|Pulau Morotai|Daruba|2.3165 128.4484|82913|8207
    82.08|Pulau Taliabu|Bobong|-1.8194 124.7394|66361|8208
    82.71|Ternate|Ternate|0.8385 127.1725|210836|8271
    82.72|Tidore Kepulauan|Soasio|0.4793 127.6750|121952|8272
    91.03|Jayapura|Sentani|-3.0100 139.9887|203772|9403
    91.05|Kepulauan Yapen|Serui|-1.7455 136.1741|116214|9408
    91.06|Biak Numfor|Biak|-1.0029 135.8444|150318|9409
    91.10|Sarmi|Sarmi|-2.4518 139.0129|45084|9419
    91.11|Keerom|Arso|-3.3532 140.6924|74332|9420
    91.15|Waropen|Botawa|-2.7540 136.7547|38840|9426
    91.19|Supiori|Sorendiweri|-0.7366 135.5643|27965|9427
    91.20|Mamberamo Raya|Burmeso|-2.4443 137.9681|41036|9428
    91.71|Jayapura|Jayapura|-2.6645 140.8001|404799|9471
    92.02|Manokwari|Manokwari|-0.9357 133.8004|205212|9105
    92.03|Fak Fak|Fak Fak|-3.1117 132.8427|93997|9101
    92.06|Teluk Bintuni|Bintuni|-2.1544 133.4537|84205|9104
    92.07|Teluk Wondama|Rasiei|-2.8499 134.4041|47494|9103
    92.08|Kaimana|Kaimana|-3.5853 134.0563|64938|9102
    92.11|Manokwari Selatan|Ransiki|-1.5480 134.0177|39026|9111
    92.12|Pegunungan Arfak|Anggi|-1.2866 133.7002|41383|9112
    93.01|Merauke|Merauke|-7.8292 139.6925|255168|9401
    93.02|Boven Digoel|Tanah Merah|-6.0152 140.3912|71997|9413
    93.03|Mappi|Kepi|-6.5024 139.3784|114153|9414
    93.04|Asmat|Agats|-5.3726 138.6575|120902|9415
    94.01|Nabire|Nabire|-3.3766 135.6276|179174|9404
    94.02|Puncak Jaya|Mulia|-3.4398 137.9061|220393|9411
    94.03|Paniai|Enarotali|-3.8075 136.4723|125763|9410
    94.04|Mimika|Timika|-4.5241 136.8449|318679|9412
    94.05|Puncak|Ilaga|-3.7052 137.4975|178072|9433
    94.06|Dogiyai|Kigamani|-4.0470 135.6071|116706|9434
    94.07|Intan Jaya|Sugapa|-3.5117 136.8119|137696|9435
    94.08|Deiyai|Waghete|-4.1904 136.3950|92629|9436
    95.01|Jayawijaya|Wamena|-4.0935 138.8668|276288|9402
    95.02|Pegunungan Bintang|Oksibil|-4.5410 140.5353|114581|9417
    95.03|Yahukimo|Dekai|-4.4726 139.5648|356021|9416
    95.04|Tolikara|Karubaga|-3.4539 138.4733|252031|9418
    95.05|Mamberamo Tengah|Kobakma|-3.5867 139.0198|50128|9431
    95.06|Yalimo|Elelim|-3.8277 139.4670|105374|9432
    95.07|Lanny Jaya|Tiom|-3.9621 138.3844|203922|9430
    95.08|Nduga|Kenyam|-4.4158 138.3367|112173|9429
    96.01|Sorong|Aimas|-1.1243 131.5576|129669|9107
    96.02|Sorong Selatan|Teminabuan|-1.7319 132.1961|56979|9106
    96.03|Raja Ampat|Waisai|-0.8972 130.5694|72865|9108
    96.04|Tambrauw|Fef|-0.8012 132.7628|31041|9109
    96.05|Maybrat|Kumurkek|-1.3800 132.5120|46604|9110
    96.71|Sorong|Sorong|-0.8666 131.3178|286028|9171
    """
