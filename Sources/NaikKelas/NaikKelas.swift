import ArgumentParser
import Configuration
import Hummingbird
@main struct NaikKelas: AsyncParsableCommand {}
