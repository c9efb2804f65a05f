import KeystoneSeedCLI

Program.main()
