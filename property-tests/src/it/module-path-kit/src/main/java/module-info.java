module example.flag {
    exports example.flag;
}
