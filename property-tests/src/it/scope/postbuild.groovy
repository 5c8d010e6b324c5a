// The test report names every rule, and says which failures are known and which rules do not apply.
def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-example.ScopeConformanceTest.xml'))
def tests = suite.testcase.collectEntries { [it.@name.text().split(':')[0], it] }

assert suite.@failures == 0 && suite.@errors == 0
assert tests.size() == suite.testcase.size()
assert tests.keySet().sort() == new File(basedir, '../../../../docs/rules.md').text.findAll(/(?m)^\| ([A-Z]+_\d+) \|/) { it[1] }.sort()

assert tests.CANCEL_9.@name.text().endsWith('(known: the constructor does not look at the parent)')
def lines = new File(basedir, 'src/test/resources/example/ScopeKit.known-failing.txt').readLines()
assert tests.values().count { it.@name.text().contains('(known: ') } == lines.count { !it.startsWith('#') }
assert tests.CANCEL_3.children().size() == 0
assert tests.CALLBACK_2.skipped.text().contains('NOT-APPLICABLE: needs CALLBACKS')

// The page of licences lists the dependencies that the suite brings, and the contents of conformance.jar.
def page = new File(basedir, '../../../../THIRD-PARTY.md').text.split('\n## ')
def listed = { it.findAll(/(?m)^\| `([^`]*)`/) { row, name -> name } }
def jars = suite.properties.property.find { it.@name == 'surefire.test.class.path' }.@value.text()
        .split(File.pathSeparator).findAll { it.endsWith('.jar') }
def artifacts = jars.collect { new File(it).parentFile.parentFile.name } - ['cascata-conformance', 'cascata-context']
def promised = page.find { it.startsWith('With `cascata-conformance`') }
assert artifacts.toSorted() == listed(promised).collect { it.split(':')[1] }.toSorted()

def inside = new java.util.zip.ZipFile(new File(basedir, '../../conformance.jar')).withCloseable {
    it.entries().toList().name.findAll { it.endsWith('/pom.properties') }.collect { it.split('/')[2..3].join(':') }
}
def foreign = inside.findAll { !it.startsWith('dev.cascata:') }
assert foreign && foreign.every { it in listed(page.join('\n')) }

// The page on judging shows this run.
def totals = new File(basedir, 'build.log').readLines().find { it.startsWith('Scope 0.1 ') }
def shown = new File(basedir, '../../../../docs/judging.md').readLines().contains(totals)
assert shown : "docs/judging.md has to show this: $totals"
