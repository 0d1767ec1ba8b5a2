import HTTPTypes
public import Hummingbird
public import Logging
import NIOCore

/// Simulated channels behind a port of this machine, each under its own name: `http://127.0.0.1:8090/shopee/api/v2/…`. What a channel sees
/// begins after its name.
///
/// - Parameters:
///   - port: 0 for any that is free.
///   - onServerRunning: is told the port.
public func makeSimulator(
    _ channels: [String: any SimulatedChannel], port: Int, logger: Logger,
    onServerRunning: @escaping @Sendable (Int) async -> Void = { _ in }
) -> some ApplicationProtocol {
    let responder = CallbackResponder<BasicRequestContext> { request, _ in
        let body: [UInt8]
        do {
            body = Array(buffer: try await request.body.collect(upTo: 20 << 20))
        } catch {
            return Response(status: .contentTooLarge)
        }
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        let target = request.uri.string.drop { $0 == "/" }
        let name = String(target.prefix { $0 != "/" && $0 != "?" })
        guard let channel = channels[name] else { return Response(status: .notFound) }
        let arrived = ArrivedRequest(
            method: request.method.rawValue, target: String(target.dropFirst(name.count)), headers: headers, body: body)
        let answer = await channel.answer(arrived)
        var fields: HTTPFields = [.contentType: answer.type]
        for (name, value) in answer.headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        return Response(
            status: .init(code: answer.status), headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }
    return Application(
        responder: responder, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port), serverName: nil),
        onServerRunning: { channel in await onServerRunning(channel.localAddress?.port ?? port) }, logger: logger)
}
