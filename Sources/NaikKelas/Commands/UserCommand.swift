import ArgumentParser

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Keeps the people who sign in.",
        discussion: """
            Example:
              naikkelas user add "Siti Rahma" --sign-in siti --role officer --region 32
              naikkelas user reset-secret siti
            """,
        subcommands: [UserAddCommand.self, UserListCommand.self, UserResetSecretCommand.self])
}
