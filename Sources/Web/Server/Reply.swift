import Accounts
import HTTPTypes
import Hummingbird
import NIOCore

extension WebServices {
    /// A page for whoever asks, in her language and theme; never kept by a cache, because it may show what only she may see.
    func reply(
        with page: some Page, status: HTTPResponse.Status = .ok, to request: Request, _ context: AppRequestContext
    ) -> Response {
        let bytes = renderer.render(page, in: frame(for: request, context))
        var response = Self.response(status, contentType: "text/html; charset=utf-8", bytes: bytes, to: request)
        response.headers[.cacheControl] = "no-store"
        if context.notice != nil { response.setCookie(cookie("notice", "", maxAge: 0)) }
        return response
    }

    /// What stands around the page.
    func frame(for request: Request, _ context: AppRequestContext) -> Frame {
        Frame(
            language: context.language, theme: context.theme, path: request.uri.description,
            visitor: context.viewer.map(Frame.Visitor.init),
            formToken: context.token?.formToken ?? context.seatKey ?? "",
            notices: context.notice.map { [Notice($0.kind, $0.phrase)] } ?? [])
    }

    /// Sends the browser to another page of ours, with a message for it if there is one.
    func redirect(to path: String, notice: PassingNotice? = nil) -> Response {
        var response = Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
        if let notice { response.setCookie(cookie("notice", notice.rawValue, maxAge: 60)) }
        return response
    }

    /// Says that what was here is now under another address. No browser may keep that, because it can be undone.
    func movedPermanently(to path: String) -> Response {
        Response(status: .permanentRedirect, headers: [.location: path, .cacheControl: "no-store"])
    }

    /// A cookie of ours; `maxAge` in seconds.
    func cookie(_ name: String, _ value: String, maxAge: Int) -> Cookie {
        Cookie(name: name, value: value, maxAge: maxAge, path: "/", secure: settings.secureCookies, httpOnly: true, sameSite: .lax)
    }

    /// Bytes as an answer, compressed if the client understands it and it is worth it.
    static func response(
        _ status: HTTPResponse.Status, contentType: String, bytes: [UInt8], compressed: [UInt8]? = nil, to request: Request
    ) -> Response {
        var headers: HTTPFields = [.contentType: contentType, .vary: "Accept-Encoding, Cookie"]
        var body = bytes
        if bytes.count >= Gzip.worthwhile, request.acceptsGzip, let smaller = compressed ?? Gzip.compressed(bytes) {
            headers[.contentEncoding] = "gzip"
            body = smaller
        }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// Text that a program reads.
    static func text(_ text: String, contentType: String, status: HTTPResponse.Status = .ok, to request: Request) -> Response {
        var response = response(status, contentType: contentType, bytes: Array(text.utf8), to: request)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

extension Request {
    /// Whether the client takes gzip: it says so, and not with a quality of 0.
    var acceptsGzip: Bool {
        guard let accepted = headers[.acceptEncoding] else { return false }
        return accepted.split(separator: ",").contains { coding in
            let parts = coding.split(separator: ";").map { String($0).trimmingWhitespace().lowercased() }
            guard parts.first == "gzip" else { return false }
            return !parts.dropFirst().contains { $0 == "q=0" || $0 == "q=0.0" || $0 == "q=0.00" || $0 == "q=0.000" }
        }
    }

    /// The query as fields.
    var query: FormFields { FormFields(uri.query ?? "") }
}
