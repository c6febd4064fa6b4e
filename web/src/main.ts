import "./app/fs_app";
