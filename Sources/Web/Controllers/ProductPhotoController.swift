import Accounts
import Catalogue
import Foundation
import HTTPTypes
import Hummingbird
import NIOPosix
import Sales
import Storage

/// Photos of products: taking them in, and handing them to anybody.
struct ProductPhotoController: Sendable {
    let services: WebServices
    /// The largest file that is taken in, in bytes.
    private static let maximumBytes = 15 << 20

    private var door: ShopDoor { ShopDoor(services: services) }

    func addRoutes(to router: Router<AppRequestContext>) {
        router.post("/usaha/:business/produk/:product/foto") { request, context in try await add(request, context) }
        router.post("/usaha/:business/produk/:product/foto/atur") { request, context in try await arrange(request, context) }
        router.get("/foto/:file") { request, context in try await photo(request, context) }
    }

    private func add(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let product = try ProductController.productID(context)
        let address = Paths.product(product.description, of: room.business.description) + "#foto"
        let store = ListStore(folder: services.settings.listFolder, maximumBytes: Self.maximumBytes)
        let arrival: ListStore.Arrival
        do {
            arrival = try await store.receive(request) { try context.check(formToken: $0["token"]) }
        } catch WebError.tooLarge {
            return services.redirect(to: address, notice: .photoTooLarge)
        }
        defer { store.discard(arrival) }
        let bytes = try Array(Data(contentsOf: URL(filePath: arrival.path)))
        do {
            // Unpacking and packing takes a while; the threads that answer requests are not kept by it.
            let photo = try await NIOThreadPool.singleton.runIfActive { try PhotoWork.prepared(bytes) }
            let now = services.now()
            try await services.database.write { connection in
                _ = try connection.known(product, of: room.business)
                try connection.addPhoto(photo, digest: arrival.digest, to: product, at: now)
                try connection.askForRounds(of: room.business, at: now)
            }
        } catch PhotoFailure.notAPhoto {
            return services.redirect(to: address, notice: .notAPhoto)
        } catch PhotoFailure.tooManyPixels {
            return services.redirect(to: address, notice: .photoTooLarge)
        } catch PhotoFailure.broken {
            return services.redirect(to: address, notice: .photoBroken)
        } catch CatalogueError.tooManyPhotos {
            return services.redirect(to: address, notice: .tooManyPhotos)
        }
        return services.redirect(to: address, notice: .photoAdded)
    }

    private func arrange(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let product = try ProductController.productID(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        guard let photo = fields["photo"].flatMap({ PhotoID($0) }) else { throw WebError.badRequest }
        let now = services.now()
        try await services.database.write { connection in
            _ = try connection.known(product, of: room.business)
            if fields["do"] == "remove" {
                try connection.removePhoto(photo, of: product, at: now)
            } else {
                try connection.putFirst(photo, of: product, at: now)
            }
            try connection.askForRounds(of: room.business, at: now)
        }
        return services.redirect(
            to: Paths.product(product.description, of: room.business.description) + "#foto", notice: .photosArranged)
    }

    /// `ID.jpg` or `ID-kecil.jpg`. A photo never changes under its number, so that browsers keep it.
    private func photo(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let file = try context.parameters.require("file")
        guard file.hasSuffix(".jpg") else { throw WebError.notFound }
        let name = file.dropLast(4)
        let isSmall = name.hasSuffix("-kecil")
        guard let id = PhotoID(String(isSmall ? name.dropLast(6) : name)) else { throw WebError.notFound }
        guard let bytes = try await services.database.read({ try $0.photoContent(id, thumbnail: isSmall) }) else { throw WebError.notFound }
        return Response(
            status: .ok, headers: [.contentType: "image/jpeg", .cacheControl: "public, max-age=31536000, immutable"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
