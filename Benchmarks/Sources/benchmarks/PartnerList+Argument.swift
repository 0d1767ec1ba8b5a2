public import ArgumentParser
public import Simulation

extension PartnerList: @retroactive ExpressibleByArgument {}
