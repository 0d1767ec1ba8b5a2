import Crypto
import CryptoExtras
enum AccountsPlaceholder {}
