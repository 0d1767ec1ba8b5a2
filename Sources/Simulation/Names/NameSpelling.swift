/// Other ways to write one name: variants, cuts, the spelling before the reforms, nicknames and slips of the finger.
enum NameSpelling {
    private static let families: [[String]] = [
        [
            "Muhammad", "Muhamad", "Mohammad", "Mohamad", "Moh.", "Muh.", "M.", "Mochamad", "Moch.", "Mhd.", "Much.", "Mohamed", "Moh",
            "Muh",
        ],
        ["Ahmad", "Achmad", "Akhmad", "Ach.", "Akh.", "Ahmat"],
        ["Abdul", "Abd.", "Abd", "Abdoel"],
        ["Abdullah", "Abdulloh", "Abdulah"],
        ["Siti", "Sitti", "St.", "Sity"],
        ["Nur", "Noor", "Noer", "Nor"],
        ["Hasan", "Hassan", "Khasan"], ["Husein", "Husain", "Hussein", "Husin"], ["Yusuf", "Yusup", "Jusuf", "Yosef"],
        ["Ibrahim", "Ibrohim"], ["Umar", "Omar"], ["Usman", "Utsman", "Osman"], ["Fatimah", "Fatima", "Patimah"],
        ["Aisyah", "Aisah", "Aisha"],
        ["Khadijah", "Khodijah", "Hadijah"], ["Khotimah", "Chotimah", "Hotimah"], ["Khairul", "Chairul", "Khoirul", "Hairul"],
        ["Kholid", "Cholid", "Khalid"],
        ["Rahman", "Rohman", "Rachman"], ["Rahmat", "Rachmat", "Rohmat", "Rahmad"], ["Ridwan", "Riduan"],
        ["Rizki", "Rizky", "Riski", "Rizqi"],
        ["Saiful", "Syaiful", "Saeful", "Saepul"], ["Syarif", "Syarief", "Sarif"], ["Syafii", "Syafi'i", "Safii"],
        ["Zainal", "Zaenal", "Jaenal", "Zainul"],
        ["Zulkifli", "Zulkipli", "Julkifli"], ["Fauzi", "Fauzy", "Pauzi"], ["Arif", "Arief", "Arip"], ["Taufik", "Taufiq", "Topik"],
        ["Hidayat", "Hidayah", "Hidajat"],
        ["Sutrisno", "Soetrisno"], ["Suparman", "Soeparman"], ["Sugiarto", "Sugiharto", "Soegiarto"], ["Budi", "Budhi", "Boedi"],
        ["Joko", "Djoko"],
        ["Cahyo", "Cahya", "Tjahjo"], ["Wahyu", "Wahju"], ["Yudi", "Yudhi"], ["Agus", "Agoes"], ["Dewi", "Dewie", "Devi"], ["Eko", "Eka"],
        ["Tri", "Trie"],
        ["Rahmawati", "Rachmawati", "Rohmawati"], ["Nurhayati", "Nurhayatie", "Noerhajati"],
        ["Sulistyowati", "Sulistiowati", "Sulistyawati"],
        ["Setiawan", "Setyawan", "Setiyawan"], ["Prasetyo", "Prasetio", "Prasetya"], ["Kurniawan", "Kurniawann"],
        ["Wijaya", "Widjaja", "Wijaja"],
        ["Chandra", "Candra", "Tjandra"], ["Yohanes", "Johanes", "Yohannes"], ["Fransiskus", "Fransiscus", "Frans"],
        ["Kristina", "Christina"],
        ["Maria", "Marya"], ["Yosef", "Yoseph", "Josef"], ["Stefanus", "Stephanus"], ["Theresia", "Teresia"], ["Asep", "Acep"],
        ["Dede", "Dedeh"],
        ["Wayan", "Wyn.", "Wy."], ["Made", "Md."], ["Nyoman", "Nym.", "Nym"], ["Ketut", "Kt.", "Ktut"], ["Putu", "Pt.", "Ptu"],
        ["Gede", "Gde", "Gd."],
        ["Kadek", "Kdk.", "Kd."], ["Komang", "Kmg.", "Km."], ["Anak Agung", "A.A.", "AA"], ["I Gusti", "I Gst", "IGst."],
        ["Ida Bagus", "I.B.", "IB"],
        ["Butar-Butar", "Butarbutar", "Butar2"], ["Karo-Karo", "Karokaro", "Karo2"], ["Lumban Tobing", "L. Tobing", "Lumbantobing"],
        ["Perangin-angin", "Peranginangin", "P. Angin"], ["br", "Br.", "Boru"], ["Simanjuntak", "S. Juntak"], ["Chaniago", "Caniago"],
        ["Lalu", "Lal."], ["Baiq", "Bq."],
    ]

    private static let variants: [String: [String]] = {
        var variants: [String: [String]] = [:]
        for family in families {
            for word in family { variants[word, default: []] += family.filter { $0 != word } }
        }
        return variants
    }()

    /// Another way to write the word, if it is one of those that have many.
    static func variant(of word: String, _ generator: inout SeededGenerator) -> String? {
        variants[word].map { generator.pick($0) }
    }

    /// The word as it was written before 1947 (oe for u) and 1972 (tj, dj, nj, j for c, j, ny, y); nil if that changes nothing.
    static func old(_ word: String) -> String? {
        var result = ""
        var isFirst = true
        var previous: Character = " "
        for letter in word {
            let replacement: String
            switch letter {
            case "u", "U": replacement = "oe"
            case "c", "C": replacement = "tj"
            case "j", "J": replacement = "dj"
            case "y", "Y": replacement = previous == "n" || previous == "s" || isFirst || "aiueo".contains(previous) ? "j" : "y"
            default: replacement = ""
            }
            let text = replacement.isEmpty ? String(letter) : replacement
            result += isFirst && !replacement.isEmpty ? text.prefix(1).uppercased() + text.dropFirst() : text
            isFirst = false
            previous = letter
        }
        return result == word ? nil : result
    }

    /// What friends make of a name, or nil: Ucup from Yusuf, Udin from Saifuddin, Iwan from Setiawan.
    static func nickname(of word: String) -> String? {
        switch word {
        case "Yusuf", "Yusup": return "Ucup"
        case "Bambang": return "Bams"
        case "Muhammad", "Mochamad": return "Mamat"
        case "Slamet": return "Memet"
        case "Sulastri": return "Lastri"
        case "Kartini", "Sumartini", "Suhartini", "Hartini": return "Tini"
        case "Fatimah": return "Imah"
        case "Aisyah": return "Icha"
        case "Nurhayati": return "Yati"
        case "Fransiskus": return "Frans"
        case "Yohanes": return "Anes"
        case "Ibrahim": return "Boim"
        default: break
        }
        for (ending, short) in [
            ("uddin", "Udin"), ("udin", "Udin"), ("iawan", "Iwan"), ("mawan", "Wawan"), ("ryanti", "Yanti"), ("iyanti", "Yanti"),
            ("wati", "Wati"), ("yanto", "Yanto"), ("miati", "Ati"),
        ]
        where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count {
            return short
        }
        return nil
    }

    /// The word with one slip of the finger: a letter left out, doubled, changed places with its neighbour, or a look-alike digit.
    static func slip(_ word: String, _ generator: inout SeededGenerator) -> String {
        var letters = Array(word.unicodeScalars)
        guard letters.count > 3 else { return word }
        let place = generator.within(1...(letters.count - 2))
        switch generator.below(10) {
        case 0..<3: letters.remove(at: place)
        case 3..<5: letters.insert(letters[place], at: place)
        case 5..<8: letters.swapAt(place, place + 1)
        default:
            switch letters[place] {
            case "o", "O": letters[place] = "0"
            case "i", "I", "l": letters[place] = "1"
            case "s", "S": letters[place] = "5"
            default: letters.remove(at: place)
            }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        return String(text)
    }
}
