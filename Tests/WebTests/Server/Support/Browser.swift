import Foundation
import FoundationNetworking
import Testing

/// Asks a server for pages as a browser does, and shows everything that comes back: no redirect is followed, and cookies are kept by name.
actor Browser {
    /// A cookie as it was set, with its attributes.
    struct Cookie: Sendable, Equatable {
        let name: String
        let value: String
        /// In lower case: `path=/`, `httponly`.
        let attributes: Set<String>

        init?(_ header: Substring) {
            let parts = header.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            guard let pair = parts.first?.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false), pair.count == 2 else {
                return nil
            }
            name = String(pair[0])
            value = String(pair[1])
            attributes = Set(parts.dropFirst().map { $0.lowercased() })
        }
    }

    /// What the server answered.
    struct Answer: Sendable {
        let status: Int
        /// By name in lower case.
        let headers: [String: String]
        let body: Data
        let cookies: [Cookie]

        var text: String { String(decoding: body, as: UTF8.self) }
        var location: String? { headers["location"] }

        /// The token that the forms of the page send along.
        var formToken: String? {
            text.firstMatch(of: /name="token" value="([0-9a-f]+)"/).map { String($0.1) }
        }
    }

    let origin: String
    private var cookies: [String: String] = [:]
    private let session: URLSession

    init(port: Int) {
        origin = "http://127.0.0.1:\(port)"
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.timeoutIntervalForRequest = 60
        session = URLSession(configuration: configuration, delegate: NoRedirects(), delegateQueue: nil)
    }

    func close() { session.invalidateAndCancel() }

    /// The value of a cookie that the server set.
    func cookie(_ name: String) -> String? { cookies[name] }

    func set(_ name: String, _ value: String?) { cookies[name] = value }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
        try await send("GET", path, headers)
    }

    func send(_ method: String, _ path: String, _ headers: [String: String] = [:], body: Data? = nil) async throws -> Answer {
        var request = URLRequest(url: try #require(URL(string: origin + path)))
        request.httpMethod = method
        request.httpBody = body
        request.httpShouldHandleCookies = false
        if !cookies.isEmpty {
            request.setValue(cookies.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: "; "), forHTTPHeaderField: "Cookie")
        }
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await session.data(for: request)
        let answer = try #require(response as? HTTPURLResponse)
        var fields: [String: String] = [:]
        for case (let name as String, let value as String) in answer.allHeaderFields { fields[name.lowercased()] = value }
        // Several headers of one name come joined by commas, and no cookie of ours holds one.
        let set = fields["set-cookie"].map { $0.split(separator: ",").compactMap { Cookie($0) } } ?? []
        for cookie in set { cookies[cookie.name] = cookie.attributes.contains("max-age=0") ? nil : cookie.value }
        return Answer(status: answer.statusCode, headers: fields, body: data, cookies: set)
    }

    /// Sends a form.
    func post(_ path: String, _ fields: [String: String], headers: [String: String] = [:]) async throws -> Answer {
        let body = fields.map { "\(Self.encoded($0))=\(Self.encoded($1))" }.joined(separator: "&")
        return try await send(
            "POST", path, headers.merging(["Content-Type": "application/x-www-form-urlencoded"]) { first, _ in first },
            body: Data(body.utf8))
    }

    /// Sends a form with the token of the session, which it takes from a page that holds it.
    func submit(_ path: String, _ fields: [String: String] = [:], from page: String) async throws -> Answer {
        let token = try #require(try await get(page).formToken)
        return try await post(path, fields.merging(["token": token]) { first, _ in first })
    }

    /// Sends a form with a file.
    func upload(
        _ path: String, fields: KeyValuePairs<String, String>, fileName: String = "daftar.csv", file: Data
    ) async throws -> Answer {
        let boundary = "----batas7MA4YWxkTrZu0gW"
        var body = Data()
        for (name, value) in fields {
            body.append(Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8))
        }
        let header = "Content-Disposition: form-data; name=\"file\"; filename=\"\(fileName)\"\r\nContent-Type: text/csv"
        body.append(Data("--\(boundary)\r\n\(header)\r\n\r\n".utf8))
        body.append(file)
        body.append(Data("\r\n--\(boundary)--\r\n".utf8))
        return try await send("POST", path, ["Content-Type": "multipart/form-data; boundary=\(boundary)"], body: body)
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

private final class NoRedirects: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _: URLSession, task _: URLSessionTask, willPerformHTTPRedirection _: HTTPURLResponse, newRequest _: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
