// A program that depends on the product has one module to import.
@_exported public import CurlHTTP

@_exported public import struct Texts.Secret
