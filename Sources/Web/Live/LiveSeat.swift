import HTTPTypes
import Hummingbird
import Learning

extension WebServices {
    /// The cookie by which a room knows its attendee; other rooms never see it.
    func seatCookie(_ token: AttendeeToken, in room: LiveRoom) -> Cookie {
        Cookie(
            name: "seat", value: token.cookie, maxAge: 24 * 3600, path: Paths.liveRoom(room.code.rawValue),
            secure: settings.secureCookies, httpOnly: true, sameSite: .lax)
    }
}

extension Request {
    /// The token of the seat that the browser says to have.
    var seat: AttendeeToken? { cookies["seat"].flatMap { AttendeeToken(cookie: $0.value) } }

    /// Whether a script asks, which wants no page in return.
    var wantsJSON: Bool { headers[.accept]?.hasPrefix("application/json") ?? false }
}
