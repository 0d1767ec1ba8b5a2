import Learning
import ServiceLifecycle

/// Keeps the live rooms moving for as long as the pages are served.
struct LiveRounds: Service {
    let hub: LiveHub

    func run() async throws {
        let hub = hub
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await hub.writer.run { await hub.commit($0) } }
                group.addTask {
                    while (try? await Task.sleep(for: LiveHub.interval)) != nil { await hub.beat() }
                }
            }
        }
    }
}
