// councils
