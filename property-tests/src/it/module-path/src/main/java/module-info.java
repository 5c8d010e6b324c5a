module example.hello {
    requires dev.cascata.context;
}
