import KeystoneSeedCLI

await Program.main()
