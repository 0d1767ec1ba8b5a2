/// A form with one file in it (`multipart/form-data`, RFC 7578).
struct FileForm {
    let contentType: String
    let bytes: [UInt8]

    init(field: String, fileName: String, type: String, content: [UInt8]) {
        // Thirty-two random digits do not stand in a photo.
        let boundary =
            "naik-kelas-" + String(UInt64.random(in: .min ... .max), radix: 16) + String(UInt64.random(in: .min ... .max), radix: 16)
        contentType = "multipart/form-data; boundary=\(boundary)"
        var bytes = Array(
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(fileName)\"\r\nContent-Type: \(type)\r\n\r\n"
                .utf8)
        bytes += content
        bytes += "\r\n--\(boundary)--\r\n".utf8
        self.bytes = bytes
    }
}
