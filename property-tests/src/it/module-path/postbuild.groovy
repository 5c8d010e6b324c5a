// The context is the only jar on the module path, and the only module beside the example and the JDK.
def log = new File(basedir, 'build.log').readLines()
def said = { name -> log.find { it.startsWith("$name: ") }?.minus("$name: ") }
assert said('cause') == 'enough'
assert said('modules') == '[dev.cascata.context, example.hello]'
assert said('module path').split(File.pathSeparator).findAll { it.endsWith('.jar') }.collect { new File(it).name } ==
        [said('module path').split(File.pathSeparator).collect { new File(it).name }.find { it.startsWith('cascata-context-') }]
