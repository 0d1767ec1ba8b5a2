enum JourneyPlaceholder {}
