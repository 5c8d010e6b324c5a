module cascata.dev/adapter

go 1.25
