// The report of the build tool names every rule, and tells what is known and what does not apply.
def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-example.ScopeConformanceTest.xml'))
def tests = suite.testcase.collectEntries { [it.@name.text().split(':')[0], it] }

assert suite.@failures == 0 && suite.@errors == 0
assert tests.size() == suite.testcase.size() && tests.size() > 130
assert tests.keySet().every { it ==~ /[A-Z]+_\d+/ }

assert tests.CANCEL_9.@name.text().endsWith('(known: the constructor does not look at the parent)')
assert suite.testcase.count { it.@name.text().contains('(known: ') } == new File(basedir, 'src/test/resources/example/ScopeKit.known-failing.txt').readLines().count { !it.startsWith('#') }
assert tests.CANCEL_3.children().size() == 0
assert tests.CALLBACK_2.skipped.text().contains('NOT-APPLICABLE: needs CALLBACKS')

// What came in with the suite is what the page of licences says.
def page = new File(basedir, '../../../../THIRD-PARTY.md').text.split('## ')[1]
def listed = page.findAll(/(?m)^\| `[^:]*:([^`]*)`/) { it[1] }
def jars = suite.properties.property.find { it.@name == 'surefire.test.class.path' }.@value.text().split(File.pathSeparator)
def artifacts = jars.findAll { it.endsWith('.jar') }.collect { new File(it).parentFile.parentFile }
        .findAll { !it.path.contains('cascata') }.collect { it.name }
assert artifacts.sort() == listed.sort()
