/// How requests to and pushes from Blibli are signed, where a seller has switched signatures on. Source: Blibli's seller API client for Java.
public enum BlibliSignature {
    /// Signs a request, in base 64.
    ///
    /// - Parameters:
    ///   - path: what follows `/proxy`, without the query; `/mta…` is signed as `/mtaapi…`.
    ///   - body: the bytes as they are sent; nil for GET.
    ///   - milliseconds: since 1970, the same that `Signature-Time` says.
    public static func request(key: String, method: String, path: String, body: [UInt8]?, milliseconds: Int64) -> String {
        let signedPath = path.hasPrefix("/mta/") ? "/mtaapi" + path.dropFirst(4) : path
        return KeyedHash.base64(message(key, method, body, body == nil ? "" : "application/json", milliseconds, signedPath))
    }

    /// What a push's `signature` should be, in both notations that are seen.
    ///
    /// - Parameters:
    ///   - url: the address to which it is sent.
    ///   - milliseconds: what the header `requestTime` says.
    public static func push(
        key: String, url: String, body: [UInt8], contentType: String, milliseconds: Int64
    ) -> (hexadecimal: String, base64: String) {
        let hash = message(key, "POST", body, contentType, milliseconds, url)
        return (KeyedHash.hexadecimal(hash), KeyedHash.base64(hash))
    }

    private static func message(
        _ key: String, _ method: String, _ body: [UInt8]?, _ contentType: String, _ milliseconds: Int64, _ place: String
    ) -> [UInt8] {
        let digest = body.map(KeyedHash.md5) ?? ""
        return KeyedHash.sha256(Array("\(method)\n\(digest)\n\(contentType)\n\(date(milliseconds))\n\(place)".utf8), key: key)
    }

    /// `Wed Nov 15 05:13:20 WIB 2023`: an instant on the clock of western Indonesia, UTC+7 the whole year.
    static func date(_ milliseconds: Int64) -> String {
        let seconds = floor(milliseconds, 1000) + 7 * 3600
        let (day, time) = (floor(seconds, 86_400), Int(seconds - floor(seconds, 86_400) * 86_400))
        let (year, month, date) = CivilDate.of(day: day)
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][Int(day - floor(day, 7) * 7)]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(weekday) \(months[month - 1]) \(two(date)) \(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60)) WIB \(year)"
    }

    private static func floor(_ number: Int64, _ divisor: Int64) -> Int64 {
        let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? quotient - 1 : quotient
    }
}
