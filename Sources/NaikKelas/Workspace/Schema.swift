import Accounts
import Catalogue
import Journey
import Learning
import Registry
import Sales
import Storage

/// Every migration of the program, in the order of application.
let schema: [Migration] =
    StorageSchema.migrations + AccountsSchema.migrations + JourneySchema.migrations + RegistrySchema.migrations
    + LearningSchema.migrations + CatalogueSchema.migrations + SalesSchema.migrations
