import HTTPTypes
import Hummingbird
import NIOCore

/// The stylesheet, the script and the icon. Their names change with their contents, so browsers keep them for a year.
struct StaticFiles: Sendable {
    let assets: StaticAssets

    func response(to request: Request) throws -> Response {
        guard let asset = assets[request.uri.path] else { throw WebError.notFound }
        var response = WebServices.response(.ok, contentType: asset.contentType, bytes: asset.bytes, to: request)
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
    }
}
