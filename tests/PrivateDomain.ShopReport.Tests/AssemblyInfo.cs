[assembly: PrivateDomain.Testing.Text] // the whole report is text
