open module example.flag.test {
    requires dev.cascata.conformance;
    requires example.flag;

    provides dev.cascata.conformance.kit.ContextKit with
            example.flag.test.FlagKit;
}
