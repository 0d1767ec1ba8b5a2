public import AsyncHTTPClient
import NIOCore
import NIOHTTP1

extension HTTPClient {
    /// Sends requests over HTTP: thirty seconds for an answer, ten megabytes at most, and no other address than the one that was asked.
    public var channelTransport: ChannelTransport {
        { request in
            var outgoing = HTTPClientRequest(url: request.address)
            outgoing.method = HTTPMethod(rawValue: request.method.rawValue)
            for (name, value) in request.headers { outgoing.headers.add(name: name, value: value) }
            if let body = request.body { outgoing.body = .bytes(ByteBuffer(bytes: body)) }
            let incoming = try await self.execute(outgoing, timeout: .seconds(30))
            let body = try await incoming.body.collect(upTo: 10 << 20)
            var headers: [String: String] = [:]
            for (name, value) in incoming.headers { headers[name.lowercased()] = value }
            return ChannelAnswer(status: Int(incoming.status.code), headers: headers, body: Array(buffer: body))
        }
    }

    /// The settings of a client for channels.
    public static var channelConfiguration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout = .init(connect: .seconds(5), read: .seconds(30))
        return configuration
    }
}
