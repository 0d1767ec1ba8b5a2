import CExpat

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What reads one kind of XML part. Names come without their namespace prefix.
protocol XMLEvents: AnyObject {
    func start(_ element: String, _ attributes: XMLAttributes) throws(TabularError)
    func end(_ element: String) throws(TabularError)
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TabularError)
}

extension XMLEvents {
    func end(_ element: String) throws(TabularError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TabularError) {}
}

/// The attributes of an element, valid during its start event only.
struct XMLAttributes {
    fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

    /// The value of an attribute, whatever the prefix of its name.
    subscript(name: StaticString) -> String? {
        guard var pair = pairs else { return nil }
        while let key = pair[0], let value = pair[1] {
            if strcmp(XMLStream.localName(key), UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0 {
                return String(cString: value)
            }
            pair += 2
        }
        return nil
    }
}

/// An XML document pushed through expat chunk by chunk.
///
/// Document type declarations are refused, and with them every bomb made of entities: no part of a workbook has one
/// (ISO/IEC 29500-2, 8.2.5). So are nesting and single tokens beyond any that a spreadsheet writes, since expat holds those in memory.
final class XMLStream {
    private let parser: XML_Parser
    private let events: any XMLEvents
    private var failure: TabularError?
    private var depth = 0
    private var bytesSinceEvent = 0

    private static let maximumDepth = 100
    private static let maximumTokenBytes = 2 << 20

    init(to events: any XMLEvents) throws(TabularError) {
        guard let parser = XML_ParserCreate(nil) else { throw .damaged }
        self.parser = parser
        self.events = events
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let name else { return }
                XMLStream.of(context)?.start(name, XMLAttributes(pairs: attributes))
            },
            { context, name in
                guard let name else { return }
                XMLStream.of(context)?.end(name)
            })
        XML_SetCharacterDataHandler(parser) { context, characters, count in
            guard let characters else { return }
            characters.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
                XMLStream.of(context)?.text(UnsafeBufferPointer(start: $0, count: Int(count)))
            }
        }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            XMLStream.of(context)?.fail(.damaged)
        }
    }

    deinit {
        XML_ParserFree(parser)
    }

    /// Reads a whole part into `events`.
    static func read(_ part: ZipArchive.Part, to events: any XMLEvents) throws(TabularError) {
        let stream = try XMLStream(to: events)
        while true {
            let chunk = try part.read()
            try stream.feed(chunk, isLast: chunk.isEmpty)
            if chunk.isEmpty { return }
        }
    }

    func feed(_ chunk: [UInt8], isLast: Bool) throws(TabularError) {
        bytesSinceEvent += chunk.count
        let status = chunk.withUnsafeBytes { bytes in
            XML_Parse(parser, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), isLast ? 1 : 0)
        }
        if let failure { throw failure }
        if status != XML_STATUS_OK || bytesSinceEvent > Self.maximumTokenBytes { throw .damaged }
    }

    private func start(_ name: UnsafePointer<XML_Char>, _ attributes: XMLAttributes) {
        bytesSinceEvent = 0
        depth += 1
        guard depth <= Self.maximumDepth else { return fail(.damaged) }
        do throws(TabularError) {
            try events.start(String(cString: Self.localName(name)), attributes)
        } catch {
            fail(error)
        }
    }

    private func end(_ name: UnsafePointer<XML_Char>) {
        bytesSinceEvent = 0
        depth -= 1
        do throws(TabularError) {
            try events.end(String(cString: Self.localName(name)))
        } catch {
            fail(error)
        }
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        bytesSinceEvent = 0
        do throws(TabularError) {
            try events.text(bytes)
        } catch {
            fail(error)
        }
    }

    private func fail(_ error: TabularError) {
        failure = failure ?? error
        XML_StopParser(parser, 0)
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLStream? {
        context.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The name behind its prefix.
    fileprivate static func localName(_ name: UnsafePointer<XML_Char>) -> UnsafePointer<XML_Char> {
        var start = name
        var next = name
        while next.pointee != 0 {
            if next.pointee == 0x3A { start = next + 1 }
            next += 1
        }
        return start
    }
}
