-- What sign-in no longer needs is swept: read notices and old links.
grant delete on staff_notice to serai_auth;
grant delete on invitation to serai_auth;
