import Foundation
import PostgreSQLStorage
import Storage

/// The one PostgreSQL server of the test process.
///
/// A shell holds it: it makes the server in a temporary folder, then reads from a pipe of which the test process has the other end. When
/// that process ends, in whatever way, the pipe closes, and the shell stops the server and removes the folder.
actor TestServer {
    static let shared = TestServer()

    private var starting: Task<String, any Error>?
    private var templates: [[String]: Task<String, any Error>] = [:]
    private var databaseCount = 0

    /// A new database with the given migrations applied; its URL.
    func makeDatabase(_ migrations: [Migration]) async throws -> String {
        let template = try await template(migrations)
        databaseCount += 1
        let name = "test_\(databaseCount)"
        try await administer("CREATE DATABASE \(name) TEMPLATE \(template)")
        return try await url(name)
    }

    func removeDatabase(_ url: String) async throws {
        guard let name = url.split(separator: "/").last else { return }
        try await administer("DROP DATABASE \(name) WITH (FORCE)")
    }

    private func template(_ migrations: [Migration]) async throws -> String {
        let types = SchemaTypes(dialect: .postgresql)
        let key = migrations.flatMap { [$0.name] + $0.statements(types) }
        if let template = templates[key] { return try await template.value }
        let name = "template_\(templates.count + 2)"
        let making = Task {
            try await administer("CREATE DATABASE \(name) TEMPLATE template0")
            let database = try PostgreSQLDatabase(url: try await url(name), connections: 1)
            try await withOpen(database) { _ = try await migrate($0, migrations) }
            return name
        }
        templates[key] = making
        return try await making.value
    }

    private func administer(_ command: String) async throws {
        let server = try PostgreSQLDatabase(url: try await url("postgres"), connections: 1)
        try await withOpen(server) { _ in try await server.executeOutsideTransaction(command) }
    }

    private func url(_ database: String) async throws -> String {
        if starting == nil {
            starting = Task { try await Self.start() }
        }
        let folder = try await starting?.value ?? ""
        let host = folder.replacingOccurrences(of: "/", with: "%2F")
        return "postgres://postgres@\(host)/\(database)"
    }

    /// Starts the server; the folder of its socket.
    private static func start() async throws -> String {
        let folder = try makeFolder()
        let shell = Process()
        let isRoot = geteuid() == 0
        // PostgreSQL refuses to run as root.
        shell.executableURL = URL(fileURLWithPath: isRoot ? "/usr/sbin/runuser" : "/bin/sh")
        shell.arguments = (isRoot ? ["-u", "postgres", "--", "/bin/sh"] : []) + ["-c", script, "sh", folder]
        shell.currentDirectoryURL = URL(fileURLWithPath: folder)
        let (input, output) = (Pipe(), Pipe())
        shell.standardInput = input
        shell.standardOutput = output
        shell.standardError = output
        do {
            try shell.run()
        } catch {
            throw StorageError.unavailable("cannot run \(shell.executableURL?.path ?? ""): \(error)")
        }
        // Kept open for as long as the process lives.
        _ = Unmanaged.passRetained(input)
        let said = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var said = Data()
                while !said.contains(UInt8(ascii: "\u{4}")) {
                    let more = output.fileHandleForReading.availableData
                    if more.isEmpty { break }
                    said += more
                }
                continuation.resume(returning: String(decoding: said, as: UTF8.self))
            }
        }
        guard said.hasSuffix("ready\u{4}") else {
            throw StorageError.unavailable(
                "the PostgreSQL server of the tests does not start (Debian: apt-get install postgresql): \(said)")
        }
        return folder
    }

    /// A folder that belongs to whom the server runs as. Its path is short, because that of a socket may have no more than 107 bytes.
    private static func makeFolder() throws -> String {
        var template = Array("/tmp/naikkelas-pg-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw StorageError.unavailable("no temporary folder: \(String(cString: strerror(errno)))") }
        let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        if geteuid() == 0 {
            guard let user = getpwnam("postgres"), chown(folder, user.pointee.pw_uid, user.pointee.pw_gid) == 0 else {
                rmdir(folder)
                throw StorageError.unavailable("there is no user postgres to run the server as (Debian: apt-get install postgresql)")
            }
        }
        return folder
    }

    /// Ends what it says with a character 4 once the server answers. An interrupt from the keyboard goes to the whole group; the shell
    /// waits for its process instead; it also goes on to the end when that process is gone before the server has answered.
    private static let script = #"""
        trap : INT TERM HUP PIPE
        folder=$1
        for bin in /usr/lib/postgresql/*/bin; do PATH=$PATH:$bin; done
        finish() { pg_ctl -D "$folder/data" -m immediate stop >/dev/null 2>&1; cd /; rm -rf "$folder"; exit; }
        command -v initdb >/dev/null && command -v pg_ctl >/dev/null || { echo "no initdb and pg_ctl"; finish; }
        initdb -D "$folder/data" -A trust -U postgres --encoding=UTF8 --locale=C.UTF-8 --no-sync --no-instructions \
            >"$folder/log" 2>&1 || { cat "$folder/log"; finish; }
        cat >>"$folder/data/postgresql.conf" <<END
        listen_addresses = ''
        unix_socket_directories = '$folder'
        max_connections = 200
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        autovacuum = off
        shared_buffers = 64MB
        END
        setsid pg_ctl -D "$folder/data" -l "$folder/log" -w start >/dev/null 2>&1 </dev/null || { cat "$folder/log"; finish; }
        printf 'ready\004'
        exec >/dev/null 2>&1
        while read -r line; do :; done
        finish
        """#
}
