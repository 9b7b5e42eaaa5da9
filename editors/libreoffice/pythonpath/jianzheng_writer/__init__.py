"""减证 in LibreOffice Writer: a sidebar panel over the HTTP API of a running `jianzheng serve`."""
